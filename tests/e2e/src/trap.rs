//! A stranger's computer: it waits to be told something, and remembers whatever comes.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, UdpSocket};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// It listens until the test ends.
#[derive(Clone, Debug)]
pub struct Trap {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Trap {
    /// Begins to listen on another host than the page's, on TCP and UDP.
    pub fn set() -> Trap {
        let host = Ipv4Addr::new(127, 0, 0, 2);
        let listener = TcpListener::bind((host, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let socket = UdpSocket::bind((host, port)).unwrap();
        let trap = Trap {
            port,
            heard: Arc::default(),
        };
        let by_tcp = trap.clone();
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let mut connection = connection;
                // Also a connection that says nothing has told that somebody is there.
                let _ = connection.set_read_timeout(Some(Duration::from_secs(5)));
                let mut bytes = [0; 4096];
                let length = connection.read(&mut bytes).unwrap_or(0);
                let text = String::from_utf8_lossy(&bytes[..length]);
                by_tcp.hear(text.lines().next().unwrap_or("a connection"));
                let _ = connection.write_all(
                    b"HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
                );
            }
        });
        let by_udp = trap.clone();
        std::thread::spawn(move || {
            let mut bytes = [0; 2048];
            while let Ok((length, _)) = socket.recv_from(&mut bytes) {
                by_udp.hear(&format!("{length} bytes by UDP"));
            }
        });
        trap
    }

    /// Where it listens, as host and port.
    pub fn host(&self) -> String {
        format!("127.0.0.2:{}", self.port)
    }

    /// Everything it has heard.
    pub fn heard(&self) -> Vec<String> {
        self.lock().clone()
    }

    fn hear(&self, what: &str) {
        self.lock().push(what.to_owned());
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
