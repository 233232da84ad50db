//! Somebody whose page shows how many notifications they have not read.

use futures_util::StreamExt as _;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::{Closed, DEADLINE, Pass};

/// A connection that hears how many are unread.
#[derive(Debug)]
pub struct BellHearing {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl BellHearing {
    /// Opens, and waits for the first number; or says how it was closed.
    pub async fn open(pass: &Pass) -> Result<(Self, i64), Closed> {
        let request = pass.clone().query("").request_to("/api/v1/me/notifications/live");
        let (socket, _) = tokio_tungstenite::connect_async(request).await.expect("the connection is accepted");
        let mut hearing = Self { socket };
        let unread = hearing.next().await?;
        Ok((hearing, unread))
    }

    /// Waits until so many are unread.
    pub async fn until(&mut self, unread: i64) {
        while self.next().await.expect("it stays open") != unread {}
    }

    /// How the server closes it.
    pub async fn closed(&mut self) -> Closed {
        loop {
            if let Err(closed) = self.next().await {
                return closed;
            }
        }
    }

    async fn next(&mut self) -> Result<i64, Closed> {
        loop {
            match tokio::time::timeout(DEADLINE, self.socket.next()).await.expect("in time") {
                Some(Ok(Message::Text(text))) => {
                    let message: serde_json::Value = serde_json::from_str(&text).expect("a message is JSON");
                    return Ok(message["unread"].as_i64().expect("it says how many"));
                }
                Some(Ok(Message::Close(Some(frame)))) => {
                    return Err(Closed { code: frame.code.into(), reason: frame.reason.to_string() });
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(Closed { code: 1006, reason: "the connection broke".into() }),
            }
        }
    }
}
