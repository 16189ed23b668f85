//! Listener on a foreign host that records every connection, to detect data leaks.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, UdpSocket};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// TCP and UDP listener, active until the test process ends.
#[derive(Clone, Debug)]
pub struct Trap {
    port: u16,
    received: Arc<Mutex<Vec<String>>>,
}

impl Trap {
    /// Starts listening on another host than the page's, on TCP and UDP.
    pub fn set() -> Trap {
        let host = Ipv4Addr::new(127, 0, 0, 2);
        let listener = TcpListener::bind((host, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let socket = UdpSocket::bind((host, port)).unwrap();
        let trap = Trap {
            port,
            received: Arc::default(),
        };
        let by_tcp = trap.clone();
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let mut connection = connection;
                // An empty connection is a leak too.
                let _ = connection.set_read_timeout(Some(Duration::from_secs(5)));
                let mut bytes = [0; 4096];
                let length = connection.read(&mut bytes).unwrap_or(0);
                let text = String::from_utf8_lossy(&bytes[..length]);
                by_tcp.record(text.lines().next().unwrap_or("a connection"));
                let _ = connection.write_all(
                    b"HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
                );
            }
        });
        let by_udp = trap.clone();
        std::thread::spawn(move || {
            let mut bytes = [0; 2048];
            while let Ok((length, _)) = socket.recv_from(&mut bytes) {
                by_udp.record(&format!("{length} bytes by UDP"));
            }
        });
        trap
    }

    /// Host and port.
    pub fn host(&self) -> String {
        format!("127.0.0.2:{}", self.port)
    }

    /// Everything received so far.
    pub fn received(&self) -> Vec<String> {
        self.lock().clone()
    }

    fn record(&self, what: &str) {
        self.lock().push(what.to_owned());
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
