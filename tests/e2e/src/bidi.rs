//! WebDriver BiDi: over its WebSocket, Firefox tells what goes on in its pages, and takes the commands that
//! WebDriver itself lacks.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use url::Url;

/// Events that are kept until somebody asks for them.
const EVENTS: [&str; 2] = [CONSOLE, REQUEST];

/// A line in the console, or an error in a script.
pub(crate) const CONSOLE: &str = "log.entryAdded";

/// A request, before it is sent.
pub(crate) const REQUEST: &str = "network.beforeRequestSent";

/// Connection to a browser.
#[derive(Debug)]
pub(crate) struct Bidi {
    socket: WebSocketStream<TcpStream>,
    last_id: u64,
    /// Names and parameters, oldest first.
    events: Vec<(String, Value)>,
}

impl Bidi {
    /// Connects to the URL that the driver gave with the session, and listens from now on.
    pub(crate) async fn connect(url: &str) -> Bidi {
        let address = Url::parse(url).unwrap().socket_addrs(|| None).unwrap();
        let stream = TcpStream::connect(address.as_slice()).await.unwrap();
        let (socket, _) = tokio_tungstenite::client_async(url, stream)
            .await
            .unwrap_or_else(|error| panic!("no WebDriver BiDi at {url}: {error}"));
        let mut bidi = Bidi {
            socket,
            last_id: 0,
            events: Vec::new(),
        };
        bidi.command("session.subscribe", json!({ "events": EVENTS }))
            .await;
        bidi
    }

    /// Sends a command and returns its result.
    pub(crate) async fn command(&mut self, method: &str, parameters: Value) -> Value {
        self.last_id += 1;
        let command = json!({ "id": self.last_id, "method": method, "params": parameters });
        let command = Message::text(command.to_string());
        self.socket.send(command).await.unwrap();
        loop {
            let message = self.socket.next().await.unwrap().unwrap();
            let Ok(text) = message.to_text() else {
                continue;
            };
            let message: Value = serde_json::from_str(text).unwrap_or_default();
            if message["type"] == "event" {
                let name = message["method"].as_str().unwrap_or_default();
                let name = name.to_owned();
                self.events.push((name, message["params"].clone()));
            } else if message["id"] == self.last_id {
                assert!(message["type"] == "success", "{method}: {message}");
                return message["result"].clone();
            }
        }
    }

    /// Takes the events of this name since the last call.
    pub(crate) async fn take(&mut self, name: &str) -> Vec<Value> {
        // Events come in their order with the answers: what happened before this command stands before its answer.
        self.command("session.status", json!({})).await;
        let (taken, left) = std::mem::take(&mut self.events)
            .into_iter()
            .partition(|(event, _)| event == name);
        self.events = left;
        let taken: Vec<(String, Value)> = taken;
        taken
            .into_iter()
            .map(|(_, parameters)| parameters)
            .collect()
    }
}
