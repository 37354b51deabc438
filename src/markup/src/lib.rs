//! `view!`: markup in, calls of `ui::dom` out. The form is that of Leptos; what is made of it is one type for all
//! markup instead of one for each piece, which makes the bundle a third of the size.
//!
//! Not here: what the calls do (see `ui::dom`).

mod element;

use proc_macro2::TokenStream;
use proc_macro2_diagnostics::Diagnostic;
use quote::quote;
use rstml::node::{Node, NodeBlock};
use rstml::{Parser, ParserConfig};

/// Markup of elements, `{blocks}`, texts and components, as a `Markup`.
///
/// Attributes: `name="text"`, `name=value`, `name=move || value`, `class:name=…`, `style:name=…`, `prop:name=…`,
/// `on:event=…`, `node_ref=…`. A tag that begins with a capital is a component, and its attributes are its properties.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let (nodes, errors) = parser.parse_recoverable(TokenStream::from(tokens)).split_vec();
    let errors: Vec<TokenStream> = errors.into_iter().map(Diagnostic::emit_as_expr_tokens).collect();
    let markup = many(&nodes);
    quote! {{ #(#errors;)* #markup }}.into()
}

/// The nodes one after another, as one `Markup`.
fn many(nodes: &[Node]) -> TokenStream {
    let mut parts: Vec<TokenStream> = nodes.iter().filter_map(one).collect();
    match (parts.pop(), parts.is_empty()) {
        (None, _) => quote! { crate::ui::dom::Markup::default() },
        (Some(only), true) => quote! { crate::ui::dom::IntoView::into_view(#only) },
        (Some(last), false) => {
            quote! { crate::ui::dom::Markup::of([#(crate::ui::dom::IntoView::into_view(#parts),)* crate::ui::dom::IntoView::into_view(#last)]) }
        }
    }
}

/// An expression that can be turned into a `Markup`.
fn one(node: &Node) -> Option<TokenStream> {
    match node {
        Node::Element(element) => Some(element::element(element)),
        Node::Block(NodeBlock::ValidBlock(block)) => match block.stmts.as_slice() {
            [syn::Stmt::Expr(only, None)] => Some(quote! { #only }),
            _ => Some(quote! { #block }),
        },
        Node::Block(NodeBlock::Invalid(block)) => Some(quote! { #block }),
        Node::Text(text) => {
            let text = &text.value;
            Some(quote! { #text })
        }
        Node::RawText(text) => {
            let text = text.to_string_best();
            Some(quote! { #text })
        }
        Node::Fragment(fragment) => Some(many(&fragment.children)),
        Node::Comment(_) | Node::Doctype(_) | Node::Custom(_) => None,
    }
}
