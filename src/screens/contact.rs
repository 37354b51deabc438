//! The clinic's contact card: on every stop screen, in More, and after a session.

use crate::ui::dom::prelude::*;

use super::handle::{App, Say};
use crate::app::clinic::Clinic;
use crate::locale::Key;
use crate::ui::{Icon, icon};

/// Name, phone, e-mail, booking; nothing at all for a clinic that gave none of them.
#[component]
pub fn Contact() -> impl IntoView {
    let (app, say) = (App::here(), Say::here());
    let clinic = app.peek(|model| model.clinic.clone());
    clinic.has_contact().then(|| card(&clinic, say))
}

fn card(clinic: &Clinic, say: Say) -> impl IntoView + use<> {
    let phone = clinic
        .phone
        .as_ref()
        .map(|phone| row(Icon::Phone, say.text(Key::ContactPhone), phone.text().to_owned(), phone.href()));
    let email = clinic
        .email
        .as_ref()
        .map(|email| row(Icon::Doc, say.text(Key::ContactEmail), email.text().to_owned(), email.href()));
    let links =
        [(&clinic.booking, Key::ContactBook, Icon::Calendar), (&clinic.website, Key::ContactWebsite, Icon::Globe)];
    let links = links
        .into_iter()
        .filter_map(|(link, key, shape)| {
            let link = link.as_ref()?;
            let opens = say.fill(Key::ContactOpens, &[("host", link.host())]);
            Some(row(shape, say.text(key), opens, link.href().to_owned()))
        })
        .collect::<Markup>();
    view! {
        <section class="card contact" aria-labelledby="contact">
            <h2 id="contact" class="h3">{say.text(Key::ContactTitle)}</h2>
            <address>
                <b>{clinic.name.clone()}</b>
                <ul class="rows">{phone}{email}{links}</ul>
            </address>
        </section>
    }
}

fn row(shape: Icon, what: String, detail: String, address: String) -> impl IntoView {
    let outside = address.starts_with("https:");
    view! {
        <li>
            <a class="row" href=address target=outside.then_some("_blank") rel=outside.then_some("noopener noreferrer")>
                {icon(shape)}<span class="what"><b>{what}</b><span>{detail}</span></span>
            </a>
        </li>
    }
}
