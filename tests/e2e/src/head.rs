//! Response headers, requested without a browser.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;

/// Requests a URL and returns its headers by lowercase name. A repeated header fails the test,
/// because browsers and proxies disagree on what it means.
pub fn head_of(url: &str) -> BTreeMap<String, String> {
    let rest = url.strip_prefix("http://").unwrap();
    let (host, path) = rest.split_once('/').unwrap();
    let mut connection = TcpStream::connect(host).unwrap();
    write!(connection, "GET /{path} HTTP/1.0\r\nHost: {host}\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    connection.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let head = text.split("\r\n\r\n").next().unwrap();
    let mut headers = BTreeMap::new();
    for (name, value) in head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(": "))
    {
        let before = headers.insert(name.to_lowercase(), value.to_owned());
        assert!(before.is_none(), "{name} comes twice: {head}");
    }
    headers
}
