//! Icons: references into the sprite of the page.

use crate::ui::dom::prelude::*;

macro_rules! icons {
    ($($name:ident = $id:literal,)+) => {
        /// An icon of the page's sprite.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon {
            $(#[doc = concat!("`#", $id, "`")] $name,)+
        }
        impl Icon {
            /// The reference into the sprite.
            pub const fn href(self) -> &'static str {
                match self { $(Self::$name => concat!("#", $id)),+ }
            }
        }
    };
}

icons! {
    Alert = "i-alert",
    Ask = "i-ask",
    Back = "i-back",
    Bell = "i-bell",
    Calendar = "i-calendar",
    Check = "i-check",
    Chevron = "i-chev",
    Clock = "i-clock",
    Close = "i-close",
    Data = "i-data",
    Doc = "i-doc",
    Down = "i-down",
    Flare = "i-flare",
    Globe = "i-globe",
    Heart = "i-heart",
    Hurt = "i-hurt",
    Info = "i-info",
    Kit = "i-kit",
    Left = "i-left",
    Library = "i-library",
    Link = "i-link",
    List = "i-list",
    Look = "i-look",
    Mark = "i-mark",
    Minus = "i-minus",
    More = "i-more",
    Next = "i-next",
    Pause = "i-pause",
    Phone = "i-phone",
    Plan = "i-plan",
    Play = "i-play",
    Plus = "i-plus",
    Previous = "i-prev",
    Print = "i-print",
    Progress = "i-progress",
    Right = "i-right",
    Search = "i-search",
    Shield = "i-shield",
    Skip = "i-skip",
    Sound = "i-sound",
    Swap = "i-swap",
    Today = "i-today",
    Trash = "i-trash",
    Water = "i-water",
}

/// An icon beside words: hidden from screen readers, since the words say it.
pub fn icon(icon: Icon) -> Markup {
    icon_sized(icon, "ic")
}

/// An icon with a class of its own: `ic s` small, `ic l` large, `ic chev` at a row's end.
pub fn icon_sized(icon: Icon, class: &'static str) -> Markup {
    view! { <svg class=class aria-hidden="true"><use href=icon.href()></use></svg> }
}
