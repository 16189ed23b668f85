//! An endpoint that receives contact requests, on another origin, and behaves as its path says.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request as HttpRequest, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// No request of the check is as large.
const LARGEST: usize = 1 << 20;

/// Leave to read the answer, for any page.
const LEAVE: [(&str, &str); 3] = [
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "POST"),
    ("access-control-allow-headers", "content-type"),
];

/// A receiver of contact requests, gone when dropped.
#[derive(Debug)]
pub struct Endpoint {
    port: u16,
    heard: Heard,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// `POST`, or `OPTIONS` where the browser asks for leave first.
    pub method: String,
    /// The path.
    pub path: String,
    /// What it says about itself.
    pub headers: HeaderMap,
    /// What it carries.
    pub body: String,
}

type Heard = Arc<Mutex<Vec<Arrival>>>;

impl Endpoint {
    /// Starts to listen.
    pub fn start() -> Endpoint {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime
            .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Heard::default();
        let paths = Router::new().fallback(receive).with_state(heard.clone());
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            runtime.spawn(axum::serve(listener, paths).into_future());
            // Not axum's graceful end: what is never answered would keep it.
            let _ = runtime.block_on(stopped);
        });
        Endpoint {
            port,
            heard,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// Takes what it is sent.
    pub fn taking(&self) -> String {
        self.url("take")
    }

    /// Says that it does not take it.
    pub fn refusing(&self) -> String {
        self.url("refuse")
    }

    /// Has a fault the first time, and takes it the second.
    pub fn mending(&self) -> String {
        self.url("mend")
    }

    /// Never answers.
    pub fn silent(&self) -> String {
        self.url("silent")
    }

    /// Sends on to the address that takes it.
    pub fn elsewhere(&self) -> String {
        self.url("elsewhere")
    }

    /// Takes what it is sent, and does not let the page know.
    pub fn unreadable(&self) -> String {
        self.url("unreadable")
    }

    /// Its host, as people read it.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Everything that has arrived so far.
    pub fn arrivals(&self) -> Vec<Arrival> {
        lock(&self.heard).clone()
    }

    /// What was sent, without the questions for leave before it.
    pub fn posts(&self) -> Vec<Arrival> {
        let mut arrivals = self.arrivals();
        arrivals.retain(|arrival| arrival.method == "POST");
        arrivals
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.host())
    }
}

impl Drop for Endpoint {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Arrival {
    /// One header, as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

fn lock(heard: &Heard) -> std::sync::MutexGuard<'_, Vec<Arrival>> {
    heard.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn receive(State(heard): State<Heard>, request: HttpRequest) -> Response {
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, LARGEST).await.unwrap_or_default();
    let path = parts.uri.path().to_owned();
    let is_first = {
        let mut heard = lock(&heard);
        let posted = |earlier: &Arrival| earlier.path == path && earlier.method == "POST";
        let is_first = !heard.iter().any(posted);
        heard.push(Arrival {
            method: parts.method.to_string(),
            path: path.clone(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        });
        is_first
    };
    if path == "/unreadable" {
        return StatusCode::OK.into_response();
    }
    if parts.method == Method::OPTIONS {
        return (StatusCode::NO_CONTENT, LEAVE).into_response();
    }
    match path.as_str() {
        "/take" => (StatusCode::OK, LEAVE).into_response(),
        "/mend" if !is_first => (StatusCode::OK, LEAVE).into_response(),
        "/mend" => (StatusCode::INTERNAL_SERVER_ERROR, LEAVE).into_response(),
        "/refuse" => (StatusCode::BAD_REQUEST, LEAVE).into_response(),
        "/elsewhere" => (StatusCode::FOUND, LEAVE, [("location", "/take")]).into_response(),
        "/silent" => std::future::pending().await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
