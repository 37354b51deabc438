//! Reads the head of a request, with bounds. Bodies are not read: nothing here takes one.

use std::io::{BufRead, Read};

/// A head longer than this is refused.
const LONGEST: u64 = 16 * 1024;

/// What the server looks at.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// As it stands in the request: not decoded, without the query.
    pub path: String,
    pub query: Option<String>,
    pub accept_encoding: String,
    /// The client asked to close the connection.
    pub close: bool,
}

impl Request {
    /// `None` when the client has gone or sends no request.
    pub fn read(from: &mut impl BufRead) -> Option<Self> {
        let mut lines = from.take(LONGEST).lines();
        let first = lines.next()?.ok()?;
        let mut words = first.split(' ');
        let (method, target) = (words.next()?, words.next()?);
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (target, None),
        };
        let mut request = Self { method: method.into(), path: path.into(), query, ..Self::default() };
        for line in lines {
            let line = line.ok()?;
            if line.is_empty() {
                return Some(request);
            }
            let (name, value) = line.split_once(':')?;
            match name.to_ascii_lowercase().as_str() {
                "accept-encoding" => value.trim().clone_into(&mut request.accept_encoding),
                "connection" => request.close = value.trim().eq_ignore_ascii_case("close"),
                _ => {}
            }
        }
        None
    }

    /// Whether the client takes this encoding (`br`, `gzip`).
    pub fn takes(&self, encoding: &str) -> bool {
        self.accept_encoding.split(',').any(|one| {
            let mut parts = one.split(';').map(str::trim);
            parts.next() == Some(encoding) && parts.all(|part| part != "q=0")
        })
    }
}
