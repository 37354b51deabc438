//! A small static server for the bundle: what a good host does, and nothing more.
//!
//! Used by `serve` and `bench`, and by the journeys, which include this folder by its path; so it stands on the
//! standard library alone. It binds to the loopback address only and is no server for the open network.

mod request;
mod response;
mod server;

pub use request::Request;
pub use response::{Page, Response, Site, Weather, policy_of};
pub use server::Server;
