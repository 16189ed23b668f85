//! A static file server that remembers every request.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Instant;

use axum::Router;
use axum::extract::{Request as HttpRequest, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

use crate::site::Site;

/// Pages beside the files: path, such as `/specimens/start`, to HTML.
pub type Pages = BTreeMap<String, String>;

/// A server on this computer, gone when dropped.
#[derive(Debug)]
pub struct Server {
    site: Site,
    port: u16,
    desk: Desk,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What was asked for, and when.
#[derive(Clone, Debug)]
pub struct Request {
    /// The path with the query, if there is one.
    pub path: String,
    /// When it came.
    pub at: Instant,
}

/// What the server knows besides the files.
#[derive(Clone, Debug, Default)]
struct Desk {
    requests: Arc<Mutex<Vec<Request>>>,
    pages: Arc<Pages>,
    /// Endings of paths that are answered as missing.
    missing: Arc<[&'static str]>,
    /// Endings of paths that are never answered.
    silent: Arc<[&'static str]>,
    /// Whether pages of other origins may read everything.
    open_to_all: bool,
    /// Headers of every answer.
    headers: Arc<[(&'static str, &'static str)]>,
}

impl Server {
    /// Serves a folder.
    pub fn start(folder: &Path) -> Server {
        Server::run(folder, Desk::default())
    }

    /// Serves a folder and some pages beside it.
    pub fn with_pages(folder: &Path, pages: Pages) -> Server {
        let pages = Arc::new(pages);
        Server::run(
            folder,
            Desk {
                pages,
                ..Desk::default()
            },
        )
    }

    /// Serves a folder as if files with these endings were not there.
    pub fn without(folder: &Path, endings: &[&'static str]) -> Server {
        let missing = endings.into();
        Server::run(
            folder,
            Desk {
                missing,
                ..Desk::default()
            },
        )
    }

    /// Serves a folder and some pages beside it, to pages of every origin.
    pub fn open_to_all(folder: &Path, pages: Pages) -> Server {
        let pages = Arc::new(pages);
        Server::run(
            folder,
            Desk {
                pages,
                open_to_all: true,
                ..Desk::default()
            },
        )
    }

    /// Serves a folder, and never answers for files with these endings.
    pub fn silent_on(folder: &Path, endings: &[&'static str]) -> Server {
        let silent = endings.into();
        Server::run(
            folder,
            Desk {
                silent,
                ..Desk::default()
            },
        )
    }

    /// Serves the check at a site, with some pages beside it, to pages of every origin.
    pub fn of_check(site: Site, folder: &Path, pages: Pages) -> Server {
        let desk = Desk {
            pages: Arc::new(pages),
            open_to_all: true,
            ..Desk::default()
        };
        Server::run_at(site, folder, desk)
    }

    /// Serves pages that show the check, and the check's own files, with these headers, their names in
    /// small letters.
    pub fn of_host(
        folder: &Path,
        pages: Pages,
        headers: &[(&'static str, &'static str)],
    ) -> Server {
        let desk = Desk {
            pages: Arc::new(pages),
            headers: headers.into(),
            ..Desk::default()
        };
        Server::run_at(Site::Localhost, folder, desk)
    }

    fn run(folder: &Path, desk: Desk) -> Server {
        Server::run_at(Site::First, folder, desk)
    }

    fn run_at(site: Site, folder: &Path, desk: Desk) -> Server {
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
            .layer(from_fn_with_state(desk.clone(), attend));
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime.spawn(axum::serve(listener, files).into_future());
            // Not axum's graceful end: a browser keeps connections open.
            let _ = runtime.block_on(stopped);
        });
        Server {
            site,
            port,
            desk,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}:{}{path}", self.site.name(), self.port)
    }

    /// Every request so far.
    pub fn requests(&self) -> Vec<Request> {
        self.desk.lock().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Desk {
    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Request>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes the request down, then answers it.
async fn attend(State(desk): State<Desk>, request: HttpRequest, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    desk.lock().push(Request {
        path: request.uri().to_string(),
        at: Instant::now(),
    });
    if desk.missing.iter().any(|ending| path.ends_with(ending)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if desk.silent.iter().any(|ending| path.ends_with(ending)) {
        return std::future::pending().await;
    }
    let mut response = match desk.pages.get(&path) {
        Some(script) if path.ends_with(".js") => {
            ([(CONTENT_TYPE, "text/javascript")], script.clone()).into_response()
        }
        Some(style) if path.ends_with(".css") => {
            ([(CONTENT_TYPE, "text/css")], style.clone()).into_response()
        }
        Some(page) => Html(page.clone()).into_response(),
        None => next.run(request).await,
    };
    if desk.open_to_all {
        let headers = response.headers_mut();
        headers.insert("access-control-allow-origin", HeaderValue::from_static("*"));
    }
    for (name, value) in &*desk.headers {
        let headers = response.headers_mut();
        headers.insert(*name, HeaderValue::from_static(value));
    }
    response
}
