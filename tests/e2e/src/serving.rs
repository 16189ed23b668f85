//! A local HTTP server on a thread of its own.

use std::thread::JoinHandle;

use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

/// A router that serves its listeners until it is dropped.
#[derive(Debug)]
pub struct Serving {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Serving {
    /// Serves each listener, all bound on this runtime.
    pub fn start(
        runtime: Runtime,
        listeners: impl IntoIterator<Item = TcpListener> + Send + 'static,
        router: Router,
    ) -> Serving {
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            for listener in listeners {
                runtime.spawn(axum::serve(listener, router.clone()).into_future());
            }
            // No graceful shutdown: browsers keep connections open, and some paths never respond.
            let _ = runtime.block_on(stopped);
        });
        Serving {
            stop: Some(stop),
            thread: Some(thread),
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
