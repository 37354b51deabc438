//! `cargo xtask serve`: builds, then serves the bundle on the loopback address until it is ended.

use std::io::ErrorKind;

use crate::command_line::Serve;
use crate::failure::{Failure, OrSay, Result};
use crate::site::{Server, Site};
use crate::{bundle, process, project};

/// The port is tried first: whoever must wait for a build wants to know at once that it would be for nothing.
pub fn serve(options: &Serve) -> Result<()> {
    let port = options.port;
    std::net::TcpListener::bind(("127.0.0.1", port)).map_err(|error| refused(port, &error))?;
    bundle::bundle(options.profile)?;
    let site = Site::bundle(&project::dist(), "/").or_say("read dist/")?;
    let server = Server::start(site, port).map_err(|error| refused(port, &error))?;
    process::say(&format!("Stridewell is at http://localhost:{}/ (end it with Ctrl+C).", server.port()));
    server.wait();
    Ok(())
}

fn refused(port: u16, error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AddrInUse => Failure::new(format!(
            "Port {port} is in use: end the program that has it, or choose another one with --port."
        )),
        ErrorKind::PermissionDenied => {
            Failure::new(format!("Port {port} is not open to you: choose one over 1023 with --port."))
        }
        _ => Failure::new(format!("Could not serve on port {port}: {error}.")),
    }
}
