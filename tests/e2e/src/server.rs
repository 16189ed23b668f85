//! Static file server that records every request.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request as HttpRequest, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HOST, LAST_MODIFIED,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use site::hosting::cache_policy;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tower_http::services::ServeDir;

use crate::serving::Serving;
use crate::site::Site;

/// Pages beside the files: contents by path, such as `/host.html`.
pub type Pages = BTreeMap<String, String>;

/// Local HTTP server, stopped on drop.
#[derive(Debug)]
pub struct Server {
    site: Site,
    port: u16,
    shared: Shared,
    _serving: Serving,
}

/// Recorded request.
#[derive(Clone, Debug)]
pub struct Request {
    /// Path with query.
    pub path: String,
    /// Time of arrival.
    pub at: Instant,
}

/// What a server does wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It responds with 404.
    Missing,
    /// It sends the first half as if it were the whole file.
    Truncated,
    /// It ends the connection after the first half.
    Aborted,
    /// It names the wrong MIME type.
    WrongType,
    /// It sends another text in its place.
    Replaced(&'static str),
}

/// State shared with the request handler.
#[derive(Clone, Debug)]
struct Shared {
    requests: Arc<Mutex<Vec<Request>>>,
    pages: Arc<Pages>,
    /// Path suffixes with what goes wrong there, until the server is mended.
    faults: Arc<[(&'static str, Fault)]>,
    is_mended: Arc<AtomicBool>,
    /// Path suffixes that do not respond before `released`.
    silent: Arc<[&'static str]>,
    released: Arc<Semaphore>,
    /// Whether CORS headers allow every origin.
    allows_any_origin: bool,
    /// Whether the policies of pages name this server's origin beside `'self'`, in the page and as a header.
    names_origin: bool,
    /// Headers of every response.
    headers: Arc<[(&'static str, &'static str)]>,
}

impl Server {
    /// Serves a folder.
    pub fn start(folder: &Path) -> Server {
        Server::run(folder, Shared::default())
    }

    /// Serves a folder and additional pages.
    pub fn with_pages(folder: &Path, pages: Pages) -> Server {
        let pages = Arc::new(pages);
        Server::run(
            folder,
            Shared {
                pages,
                ..Shared::default()
            },
        )
    }

    /// Serves a folder, responding with 404 to paths with these suffixes.
    pub fn without(folder: &Path, endings: &[&'static str]) -> Server {
        let faults: Vec<_> = endings
            .iter()
            .map(|ending| (*ending, Fault::Missing))
            .collect();
        Server::with_faults(folder, &faults)
    }

    /// Serves a folder with faults at paths with these suffixes, before [`Server::mend`].
    pub fn with_faults(folder: &Path, faults: &[(&'static str, Fault)]) -> Server {
        Server::run(
            folder,
            Shared {
                faults: faults.into(),
                ..Shared::default()
            },
        )
    }

    /// The same, and these paths do not respond before [`Server::release`].
    pub fn with_late_faults(folder: &Path, faults: &[(&'static str, Fault)]) -> Server {
        let silent = faults.iter().map(|(ending, _)| *ending);
        Server::run(
            folder,
            Shared {
                faults: faults.into(),
                silent: silent.collect(),
                ..Shared::default()
            },
        )
    }

    /// Serves a folder and additional pages with CORS headers for every origin.
    pub fn with_cors(folder: &Path, pages: Pages) -> Server {
        let pages = Arc::new(pages);
        Server::run(
            folder,
            Shared {
                pages,
                allows_any_origin: true,
                ..Shared::default()
            },
        )
    }

    /// Serves a folder, not responding to paths with these suffixes before [`Server::release`].
    pub fn silent_on(folder: &Path, endings: &[&'static str]) -> Server {
        let silent = endings.into();
        Server::run(
            folder,
            Shared {
                silent,
                ..Shared::default()
            },
        )
    }

    /// Serves the check and additional pages on a site, with CORS headers for every origin.
    pub fn of_check(site: Site, folder: &Path, pages: Pages) -> Server {
        let shared = Shared {
            pages: Arc::new(pages),
            allows_any_origin: true,
            ..Shared::default()
        };
        Server::run_at(site, folder, shared)
    }

    /// The same, and the policies of the check name its origin, as in the WordPress plugin.
    pub fn of_check_with_named_origin(site: Site, folder: &Path, pages: Pages) -> Server {
        let shared = Shared {
            pages: Arc::new(pages),
            allows_any_origin: true,
            names_origin: true,
            ..Shared::default()
        };
        Server::run_at(site, folder, shared)
    }

    /// Serves host pages and the check's files on `localhost` with these headers (lowercase names).
    pub fn of_host(
        folder: &Path,
        pages: Pages,
        headers: &[(&'static str, &'static str)],
    ) -> Server {
        let shared = Shared {
            pages: Arc::new(pages),
            headers: headers.into(),
            ..Shared::default()
        };
        Server::run_at(Site::Localhost, folder, shared)
    }

    fn run(folder: &Path, shared: Shared) -> Server {
        Server::run_at(Site::First, folder, shared)
    }

    fn run_at(site: Site, folder: &Path, shared: Shared) -> Server {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime
            .block_on(TcpListener::bind((site.address(), 0)))
            .unwrap();
        let port = listener.local_addr().unwrap().port();
        let files = Router::new()
            .fallback_service(ServeDir::new(folder))
            .layer(from_fn_with_state(shared.clone(), handle));
        let serving = Serving::start(runtime, [listener], files);
        Server {
            site,
            port,
            shared,
            _serving: serving,
        }
    }

    /// URL of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}:{}{path}", self.site.name(), self.port)
    }

    /// Serves every file as it is from now on.
    pub fn mend(&self) {
        self.shared.is_mended.store(true, Ordering::SeqCst);
    }

    /// Lets the silent paths respond.
    pub fn release(&self) {
        self.shared.released.add_permits(100);
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.lock().clone()
    }
}

impl Default for Shared {
    fn default() -> Shared {
        Shared {
            requests: Arc::default(),
            pages: Arc::default(),
            faults: [].into(),
            is_mended: Arc::default(),
            silent: [].into(),
            released: Arc::new(Semaphore::new(0)),
            allows_any_origin: false,
            names_origin: false,
            headers: [].into(),
        }
    }
}

impl Shared {
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Request>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Records the request, then responds to it.
async fn handle(State(shared): State<Shared>, mut request: HttpRequest, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    shared.lock().push(Request {
        path: request.uri().to_string(),
        at: Instant::now(),
    });
    if shared.silent.iter().any(|ending| path.ends_with(ending)) {
        // A permit for each: closed never.
        if let Ok(permit) = shared.released.acquire().await {
            permit.forget();
        }
    }
    let fault = shared
        .faults
        .iter()
        .find(|(ending, _)| path.ends_with(ending) && !shared.is_mended.load(Ordering::SeqCst))
        .map(|(_, fault)| *fault);
    if fault == Some(Fault::Missing) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if shared.names_origin {
        // The header is made from the body, which the server leaves out of a response to HEAD.
        *request.method_mut() = Method::GET;
    }
    let host = request.headers().get(HOST).cloned();
    let mut response = match shared.pages.get(&path) {
        Some(script) if path.ends_with(".js") => {
            ([(CONTENT_TYPE, "text/javascript")], script.clone()).into_response()
        }
        Some(style) if path.ends_with(".css") => {
            ([(CONTENT_TYPE, "text/css")], style.clone()).into_response()
        }
        Some(page) => Html(page.clone()).into_response(),
        None => next.run(request).await,
    };
    if let Some(fault) = fault {
        response = spoiled(response, fault).await;
        // As the generated headers say: a browser may keep what is wrong for good.
        let policy = HeaderValue::from_static(cache_policy(&path).value());
        response.headers_mut().insert(CACHE_CONTROL, policy);
    }
    if shared.names_origin && (path.ends_with('/') || path.ends_with(".html")) {
        response = with_named_origin(response, host).await;
    }
    if shared.allows_any_origin {
        let headers = response.headers_mut();
        headers.insert("access-control-allow-origin", HeaderValue::from_static("*"));
    }
    for (name, value) in &*shared.headers {
        let headers = response.headers_mut();
        headers.insert(*name, HeaderValue::from_static(value));
    }
    response
}

/// Names the server's origin beside `'self'` in the policy of a page, and sends that policy as a header too.
async fn with_named_origin(response: Response, host: Option<HeaderValue>) -> Response {
    const START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    let (mut head, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap();
    let page = String::from_utf8(whole.to_vec()).unwrap();
    let policy = page
        .split_once(START)
        .and_then(|(_, after)| after.split_once('"'))
        .map(|(policy, _)| policy.to_owned());
    let (Some(policy), Some(host)) = (policy, host) else {
        return Response::from_parts(head, Body::from(page));
    };
    let named = policy.replace(
        "'self'",
        &format!("'self' http://{}", host.to_str().unwrap()),
    );
    head.headers.remove(CONTENT_LENGTH);
    let value = HeaderValue::from_str(&named).unwrap();
    head.headers.insert(CONTENT_SECURITY_POLICY, value);
    Response::from_parts(head, Body::from(page.replacen(&policy, &named, 1)))
}

/// Does something wrong with a response.
async fn spoiled(response: Response, fault: Fault) -> Response {
    let (mut head, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap();
    let half = whole.slice(..whole.len() / 2);
    let body = match fault {
        Fault::Missing => return StatusCode::NOT_FOUND.into_response(),
        Fault::Truncated => Body::from(half),
        Fault::Aborted => {
            // As many bytes as were promised never come.
            let lost = std::io::Error::other("the connection is lost");
            let pieces = futures_util::stream::iter([Ok(half), Err(lost)]);
            return Response::from_parts(head, Body::from_stream(pieces));
        }
        Fault::WrongType => {
            let wrong = HeaderValue::from_static("text/plain");
            head.headers.insert(CONTENT_TYPE, wrong);
            Body::from(whole)
        }
        Fault::Replaced(text) => Body::from(text),
    };
    // Not those of the whole file, or the browser would be told that it has not changed.
    for name in [CONTENT_LENGTH, LAST_MODIFIED, ETAG] {
        head.headers.remove(name);
    }
    Response::from_parts(head, body)
}
