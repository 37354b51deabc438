//! The page before and without the app: what paints first, both languages, look, the policy, frames.

use crate::harness::{Journey, Size};

#[test]
fn the_first_page_is_there_in_both_languages() {
    Journey::new("first-page").run(|run| {
        run.open("?lang=en");
        assert!(!run.heading().is_empty());
        run.picture("en");
        run.open("?lang=es&theme=dark");
        assert!(!run.heading().is_empty());
        let page = run.mark("html");
        assert_eq!(page.attribute("lang").as_deref(), Some("es"));
        assert_eq!(page.attribute("data-theme").as_deref(), Some("dark"));
        run.set_size(Size::Desktop);
        run.picture("es-desktop");
        assert_eq!(run.storage(), [], "nothing is kept before the runner starts");
    });
}
