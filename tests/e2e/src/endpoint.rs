//! HTTP endpoint for contact requests on another origin, whose behavior depends on the path.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request as HttpRequest, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;

use crate::serving::Serving;

/// Body limit, larger than any request of the check.
const MAX_BODY_BYTES: usize = 1 << 20;

/// CORS headers that let any page read the response.
const CORS: [(&str, &str); 3] = [
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "POST"),
    ("access-control-allow-headers", "content-type"),
];

/// Endpoint that records every request, stopped on drop.
#[derive(Debug)]
pub struct Endpoint {
    port: u16,
    received: Received,
    _serving: Serving,
}

/// Request as it arrived.
#[derive(Clone, Debug)]
pub struct ReceivedRequest {
    /// `POST`, or `OPTIONS` for a CORS preflight.
    pub method: String,
    /// Path of the URL.
    pub path: String,
    /// Request headers.
    pub headers: HeaderMap,
    /// Request body.
    pub body: String,
}

type Received = Arc<Mutex<Vec<ReceivedRequest>>>;

impl Endpoint {
    /// Starts listening on a free port.
    pub fn start() -> Endpoint {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let listener = runtime
            .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .unwrap();
        let port = listener.local_addr().unwrap().port();
        let received = Received::default();
        let paths = Router::new().fallback(receive).with_state(received.clone());
        let serving = Serving::start(runtime, [listener], paths);
        Endpoint {
            port,
            received,
            _serving: serving,
        }
    }

    /// URL that accepts requests.
    pub fn accepting(&self) -> String {
        self.url("accept")
    }

    /// URL that responds with a client error.
    pub fn rejecting(&self) -> String {
        self.url("reject")
    }

    /// URL that fails with a server error once and accepts afterwards.
    pub fn failing_once(&self) -> String {
        self.url("fail-once")
    }

    /// URL that never responds.
    pub fn hanging(&self) -> String {
        self.url("hang")
    }

    /// URL that redirects to the accepting one.
    pub fn redirecting(&self) -> String {
        self.url("redirect")
    }

    /// URL that accepts requests without CORS headers.
    pub fn without_cors(&self) -> String {
        self.url("without-cors")
    }

    /// Host and port, as shown to visitors.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// All requests received so far.
    pub fn received(&self) -> Vec<ReceivedRequest> {
        lock(&self.received).clone()
    }

    /// Received POST requests, without CORS preflights.
    pub fn posts(&self) -> Vec<ReceivedRequest> {
        let mut posts = self.received();
        posts.retain(|request| request.method == "POST");
        posts
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.host())
    }
}

impl ReceivedRequest {
    /// Value of a header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

fn lock(received: &Received) -> std::sync::MutexGuard<'_, Vec<ReceivedRequest>> {
    received.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn receive(State(received): State<Received>, request: HttpRequest) -> Response {
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, MAX_BODY_BYTES).await.unwrap_or_default();
    let path = parts.uri.path().to_owned();
    let is_first = {
        let mut received = lock(&received);
        let posted = |earlier: &ReceivedRequest| earlier.path == path && earlier.method == "POST";
        let is_first = !received.iter().any(posted);
        received.push(ReceivedRequest {
            method: parts.method.to_string(),
            path: path.clone(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        });
        is_first
    };
    if path == "/without-cors" {
        return StatusCode::OK.into_response();
    }
    if parts.method == Method::OPTIONS {
        return (StatusCode::NO_CONTENT, CORS).into_response();
    }
    match path.as_str() {
        "/accept" => (StatusCode::OK, CORS).into_response(),
        "/fail-once" if !is_first => (StatusCode::OK, CORS).into_response(),
        "/fail-once" => (StatusCode::INTERNAL_SERVER_ERROR, CORS).into_response(),
        "/reject" => (StatusCode::BAD_REQUEST, CORS).into_response(),
        "/redirect" => (StatusCode::FOUND, CORS, [("location", "/accept")]).into_response(),
        "/hang" => std::future::pending().await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
