//! Connections: a thread each, ended when the server is. What is answered stands in `response`.

use std::io::{self, BufReader, BufWriter, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::request::Request;
use super::response::{Response, Site};

/// A connection without a request for so long is closed; it is also how long a stop takes at most.
const IDLE: Duration = Duration::from_secs(2);

/// A running server. It stops when it is dropped.
pub struct Server {
    port: u16,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    site: Site,
    stopped: AtomicBool,
    /// Paths with queries, in the order of the requests.
    asked: Mutex<Vec<String>>,
    open: Mutex<Vec<TcpStream>>,
}

impl Server {
    /// Listens on the loopback address; port 0 takes a free one.
    pub fn start(site: Site, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = listener.local_addr()?.port();
        let shared =
            Arc::new(Shared { site, stopped: AtomicBool::new(false), asked: Mutex::default(), open: Mutex::default() });
        let for_thread = Arc::clone(&shared);
        let thread = std::thread::Builder::new().name("site".into()).spawn(move || accept(&listener, &for_thread))?;
        Ok(Self { port, shared, thread: Some(thread) })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Serves until the program ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// All that was asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.shared.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Refuses all connections from now on, and closes those that are open: the network is gone.
    pub fn stop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for the next connection.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        for stream in self.shared.open.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = stream.shutdown(std::net::Shutdown::Both);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        if let Ok(copy) = stream.try_clone() {
            let mut open = shared.open.lock().unwrap_or_else(PoisonError::into_inner);
            open.retain(|stream| stream.peer_addr().is_ok());
            open.push(copy);
        }
        let shared = Arc::clone(shared);
        let _ = std::thread::Builder::new().name("site connection".into()).spawn(move || {
            let _ = converse(&stream, &shared);
            let _ = stream.shutdown(std::net::Shutdown::Both);
        });
    }
}

fn converse(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = Request::read(&mut reader) {
        if shared.stopped.load(Ordering::SeqCst) {
            return Ok(());
        }
        let query = request.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        shared.asked.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{}{query}", request.path));
        send(stream, &shared.site.answer(&request), request.method == "HEAD")?;
        if request.close {
            return Ok(());
        }
    }
    Ok(())
}

fn send(stream: &TcpStream, response: &Response, head_only: bool) -> io::Result<()> {
    let mut out = BufWriter::new(stream);
    let words = match response.status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        405 => "Method Not Allowed",
        _ => "Not Found",
    };
    write!(out, "HTTP/1.1 {} {words}\r\n", response.status)?;
    for (name, value) in &response.headers {
        write!(out, "{name}: {value}\r\n")?;
    }
    write!(out, "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n")?;
    write!(out, "Content-Length: {}\r\n\r\n", response.body.len())?;
    if !head_only {
        out.write_all(&response.body)?;
    }
    out.flush()
}
