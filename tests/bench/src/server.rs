//! The one server of all subjects: every file compressed with brotli, every request recorded.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request as HttpRequest, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use brotli::enc::BrotliEncoderParams;
use command_support::failure::Failure;
use site::hosting::{CachePolicy, TYPES, cache_policy};
use tokio::net::TcpListener;

use e2e::Serving;

use crate::served::Files;
use crate::subject::Subject;

/// Local HTTP server on two ports, stopped on drop. A host page on one port shows the check on the other.
#[derive(Debug)]
pub struct Server {
    ports: [u16; 2],
    shared: Arc<Shared>,
    _serving: Serving,
}

/// Recorded request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Path without query.
    pub path: String,
    /// Bytes of the response's body, compressed.
    pub bytes: usize,
    /// Kind of its file.
    pub kind: Kind,
    /// Whether a service worker was asked for: it is loaded beside the page.
    pub is_worker: bool,
}

/// Kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// HTML pages.
    Page,
    /// JavaScript.
    Script,
    /// Style sheets.
    Style,
    /// WebAssembly.
    Module,
    /// All else: words and settings.
    Data,
}

#[derive(Debug, Default)]
struct Shared {
    files: Files,
    compressed: Mutex<BTreeMap<String, Arc<[u8]>>>,
    requests: Mutex<Vec<Request>>,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 5] = [
        Kind::Page,
        Kind::Script,
        Kind::Style,
        Kind::Module,
        Kind::Data,
    ];

    /// Kind of a file by its name.
    pub fn of(path: &str) -> Kind {
        match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" => Kind::Page,
            "js" => Kind::Script,
            "css" => Kind::Style,
            "wasm" => Kind::Module,
            _ => Kind::Data,
        }
    }
}

impl Server {
    /// Serves these files. `{check}` in the host page becomes the address of the check.
    pub fn start(mut files: Files) -> Result<Server, Failure> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| unserved(&error))?;
        let bind = || runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
        let listeners = [
            bind().map_err(|error| unserved(&error))?,
            bind().map_err(|error| unserved(&error))?,
        ];
        let mut ports = [0; 2];
        for (port, listener) in ports.iter_mut().zip(&listeners) {
            let address = listener.local_addr().map_err(|error| unserved(&error))?;
            *port = address.port();
        }
        let check = format!("http://127.0.0.1:{}{}", ports[0], Subject::Footing.path());
        for page in files.values_mut() {
            if let Ok(text) = std::str::from_utf8(page)
                && text.contains("{check}")
            {
                *page = text.replace("{check}", &check).into_bytes();
            }
        }
        let shared = Arc::new(Shared {
            files,
            ..Shared::default()
        });
        let router = Router::new()
            .fallback(respond)
            .with_state(Arc::clone(&shared));
        let serving = Serving::start(runtime, listeners, router);
        Ok(Server {
            ports,
            shared,
            _serving: serving,
        })
    }

    /// URL of a subject's page.
    pub fn url(&self, subject: Subject) -> String {
        format!("{}{}", self.origin(subject), subject.path())
    }

    /// Origins whose storage a visit may use.
    pub fn origins(&self) -> [String; 2] {
        self.ports.map(|port| format!("http://127.0.0.1:{port}"))
    }

    fn origin(&self, subject: Subject) -> String {
        let [check, host] = self.origins();
        if subject.is_framed() { host } else { check }
    }

    /// Requests since the last call.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut self.shared.requests())
    }

    /// Requests since [`Server::take_requests`] was last called.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.requests().clone()
    }
}

impl Shared {
    fn requests(&self) -> std::sync::MutexGuard<'_, Vec<Request>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A file as it travels. Each is compressed once, when it is first asked for: the visits that nobody
    /// measures are before all others.
    fn compressed(&self, path: &str) -> Option<Arc<[u8]>> {
        let mut compressed = self
            .compressed
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = compressed.get(path) {
            return Some(Arc::clone(bytes));
        }
        let bytes: Arc<[u8]> = compress(self.files.get(path)?)?.into();
        compressed.insert(path.to_owned(), Arc::clone(&bytes));
        Some(bytes)
    }
}

async fn respond(State(shared): State<Arc<Shared>>, request: HttpRequest) -> Response<Body> {
    let mut path = request.uri().path().to_owned();
    if path.ends_with('/') {
        path.push_str("index.html");
    }
    let answer = answer(&shared, &path, request.headers());
    let bytes = match &answer {
        Some((StatusCode::OK, bytes)) => Arc::clone(bytes),
        Some(_) | None => Arc::default(),
    };
    let is_worker = request.headers().contains_key("service-worker");
    shared.requests().push(Request {
        bytes: bytes.len(),
        kind: Kind::of(&path),
        is_worker,
        path: path.clone(),
    });
    let mut response = Response::new(Body::from(bytes.to_vec()));
    *response.status_mut() = answer
        .as_ref()
        .map_or(StatusCode::NOT_FOUND, |(status, _)| *status);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime(&path)));
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    let policy = HeaderValue::from_static(policy(&path).value());
    headers.insert(header::CACHE_CONTROL, policy);
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    // Resource timing tells a page the sizes of its files; the frame's page is on the other port.
    headers.insert("timing-allow-origin", HeaderValue::from_static("*"));
    if let Some((_, bytes)) = &answer
        && let Ok(tag) = HeaderValue::from_str(&tag(bytes))
    {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// Status of the answer to a request, and the file as it travels; `None` without such a file.
fn answer(shared: &Shared, path: &str, headers: &HeaderMap) -> Option<(StatusCode, Arc<[u8]>)> {
    let says = |name: header::HeaderName, word: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| value.contains(word))
    };
    if !says(header::ACCEPT_ENCODING, "br") {
        return None;
    }
    let bytes = shared.compressed(path)?;
    if says(header::IF_NONE_MATCH, &tag(&bytes)) {
        return Some((StatusCode::NOT_MODIFIED, bytes));
    }
    Some((StatusCode::OK, bytes))
}

/// How long a browser keeps a file. A peer's files count as if their names had a content hash, as on a well
/// kept site.
fn policy(path: &str) -> CachePolicy {
    let is_of_footing = path.starts_with(Subject::Footing.path());
    if is_of_footing || Kind::of(path) == Kind::Page {
        cache_policy(path)
    } else {
        CachePolicy::Immutable
    }
}

fn mime(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let known = TYPES.iter().find(|(name, _)| *name == ending);
    known.map_or("application/octet-stream", |(_, mime)| mime)
}

/// Version of a file: its size, since nothing changes while the server runs.
fn tag(bytes: &[u8]) -> String {
    format!("\"{}\"", bytes.len())
}

/// Compresses as a server would that had all the time it wants.
fn compress(bytes: &[u8]) -> Option<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut compressed, &settings).ok()?;
    Some(compressed)
}

fn unserved(error: &std::io::Error) -> Failure {
    Failure::work(
        format!("No server starts on this computer: {error}."),
        "Close what uses many ports, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_files_of_footing_and_all_scripts_of_peers_are_kept() {
        let kept = |path| policy(path) == CachePolicy::Immutable;
        assert!(kept("/footing/footing-0123456789abcdef_bg.wasm"));
        assert!(!kept("/footing/start.js"));
        assert!(kept("/surveyjs/page.js"));
        assert!(!kept("/surveyjs/index.html"));
    }

    #[test]
    fn kinds_follow_from_names() {
        assert_eq!(Kind::of("/footing/index.html"), Kind::Page);
        assert_eq!(Kind::of("/footing/a_bg.wasm"), Kind::Module);
        assert_eq!(Kind::of("/footing/words/en.json"), Kind::Data);
        assert_eq!(mime("/preact/page.js"), "text/javascript");
    }

    #[test]
    fn text_is_compressed() {
        let bytes = vec![b'a'; 100_000];
        assert!(compress(&bytes).unwrap().len() < 50);
    }

    #[test]
    fn nothing_is_sent_uncompressed_and_nothing_twice() {
        let shared = Shared {
            files: [("/plain/index.html".to_owned(), b"words".to_vec())].into(),
            ..Shared::default()
        };
        let ask = |headers: &[(header::HeaderName, &str)]| {
            let headers = headers
                .iter()
                .map(|(name, value)| (name.clone(), HeaderValue::from_str(value).unwrap()));
            answer(&shared, "/plain/index.html", &headers.collect())
        };
        assert_eq!(ask(&[(header::ACCEPT_ENCODING, "gzip")]), None);
        let (status, bytes) = ask(&[(header::ACCEPT_ENCODING, "gzip, br")]).unwrap();
        assert_eq!(status, StatusCode::OK);
        let again = [
            (header::ACCEPT_ENCODING, "br"),
            (header::IF_NONE_MATCH, &*tag(&bytes)),
        ];
        assert_eq!(ask(&again).unwrap().0, StatusCode::NOT_MODIFIED);
    }
}
