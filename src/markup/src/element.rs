//! One element or component with its attributes and children.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use rstml::node::{KeyedAttribute, NodeAttribute, NodeElement, NodeName};
use syn::{Expr, ExprLit, Lit};

use super::{many, one};

/// What the parser makes of an element.
type Element = NodeElement<rstml::Infallible>;

/// Elements that are drawn: they belong to the name space of SVG.
const DRAWN: [&str; 13] =
    ["svg", "path", "circle", "use", "g", "line", "rect", "polyline", "text", "defs", "clipPath", "ellipse", "polygon"];

/// An element as the `Element` of `ui::dom`, or a component as whatever it returns.
pub fn element(element: &Element) -> TokenStream {
    let name = element.name();
    if is_component(name) { component(element) } else { plain(element, &name.to_string()) }
}

fn is_component(name: &NodeName) -> bool {
    let NodeName::Path(path) = name else { return false };
    path.path.segments.last().is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase))
}

fn keyed(element: &Element) -> impl Iterator<Item = (String, &KeyedAttribute)> {
    element.attributes().iter().filter_map(|attribute| match attribute {
        NodeAttribute::Attribute(attribute) => Some((attribute.key.to_string().replace(' ', ""), attribute)),
        NodeAttribute::Block(_) => None,
    })
}

fn plain(element: &Element, name: &str) -> TokenStream {
    let make = if DRAWN.contains(&name) { quote!(drawn) } else { quote!(element) };
    let mut fixed = Vec::new();
    let mut rest = Vec::new();
    for (key, attribute) in keyed(element) {
        match attribute.value() {
            None => fixed.push(quote! { (#key, "") }),
            Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => fixed.push(quote! { (#key, #text) }),
            Some(value) => rest.push(set(&key, value)),
        }
    }
    let children = element.children.iter().filter_map(one).map(|child| quote! { made.child(#child); });
    quote! {{
        let made = crate::ui::dom::#make(#name, &[#(#fixed),*]);
        #(#rest)*
        #(#children)*
        made
    }}
}

fn set(key: &str, value: &Expr) -> TokenStream {
    let Some((kind, name)) = key.split_once(':') else {
        return if key == "node_ref" {
            quote! { #value.fill(&made); }
        } else {
            quote! { made.attr(#key, #value); }
        };
    };
    match kind {
        "class" => quote! { made.class(#name, #value); },
        "style" => quote! { made.style(#name, #value); },
        "prop" => quote! { made.prop(#name, #value); },
        "on" => {
            let on = format_ident!("on_{name}");
            quote! { made.#on(#value); }
        }
        _ => {
            let wrong = format!("`{key}` is no attribute that this markup knows");
            quote! { ::core::compile_error!(#wrong); }
        }
    }
}

fn component(element: &Element) -> TokenStream {
    let name = element.name();
    let set = keyed(element).map(|(key, attribute)| {
        let key = format_ident!("{key}");
        let value = attribute.value().map_or_else(|| quote!(true), |value| quote!(#value));
        quote! { .#key(#value) }
    });
    let children = (!element.children.is_empty()).then(|| {
        let children = many(&element.children);
        quote! { .children(::std::boxed::Box::new(move || #children)) }
    });
    quote! {
        ::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name) #(#set)* #children .build()
        )
    }
}
