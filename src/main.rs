//! Starts the app in the page. Everything else is in the library crate.

fn main() {
    #[cfg(target_family = "wasm")]
    stridewell::shell::start();
}
