//! Somebody who listens to the events of a partnership.

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::{Closed, DEADLINE, Pass, Person, Refused};

/// A connection that hears events.
#[derive(Debug)]
pub struct Hearing {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    cursor: String,
}

impl Hearing {
    /// Listens to what happens from now on.
    pub async fn begin(person: &Person, partnership: &str) -> Self {
        Self::open(&Pass::of(person).query(""), partnership).await.expect("a member may listen")
    }

    /// Goes on after a cursor.
    pub async fn resume(person: &Person, partnership: &str, cursor: &str) -> Self {
        let pass = Pass::of(person).query(&format!("after={cursor}"));
        Self::open(&pass, partnership).await.expect("a member may listen")
    }

    /// Opens, and waits for the first message; or says how it was closed.
    pub async fn open(pass: &Pass, partnership: &str) -> Result<Self, Closed> {
        let mut hearing = Self::connect(pass, partnership).await.expect("the connection is accepted");
        let opened = hearing.next().await?;
        assert_eq!(opened["type"], "stream.opened", "{opened}");
        assert_eq!((&opened["actor"], &opened["data"]), (&Value::Null, &serde_json::json!({})), "{opened}");
        Ok(hearing)
    }

    /// Opens without waiting for anything.
    pub async fn connect(pass: &Pass, partnership: &str) -> Result<Self, Refused> {
        let request = pass.request_to(&format!("/api/v1/partnerships/{partnership}/events"));
        match tokio_tungstenite::connect_async(request).await {
            Ok((socket, _)) => Ok(Self { socket, cursor: String::new() }),
            Err(tungstenite::Error::Http(response)) => Err(Refused(response.status().as_u16())),
            Err(error) => panic!("the server cannot be reached: {error}"),
        }
    }

    /// The next event, or how the connection ended. That nothing happened is passed over.
    pub async fn next(&mut self) -> Result<Value, Closed> {
        let waiting = async {
            loop {
                let event = self.next_message().await?;
                if event["type"] != "stream.idle" {
                    return Ok(event);
                }
            }
        };
        tokio::time::timeout(DEADLINE, waiting).await.expect("something happens in time")
    }

    /// The next message, also when it says that nothing happened.
    pub async fn next_message(&mut self) -> Result<Value, Closed> {
        loop {
            let message = tokio::time::timeout(DEADLINE, self.socket.next()).await.expect("in time");
            match message {
                Some(Ok(Message::Text(text))) => {
                    let event: Value = serde_json::from_str(&text).expect("an event is JSON");
                    event["cursor"].as_str().expect("an event has a cursor").clone_into(&mut self.cursor);
                    return Ok(event);
                }
                Some(Ok(Message::Close(Some(frame)))) => {
                    return Err(Closed { code: frame.code.into(), reason: frame.reason.to_string() });
                }
                Some(Ok(Message::Binary(bytes))) => panic!("bytes where text belongs: {bytes:?}"),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Err(Closed { code: 1006, reason: "the connection broke".into() }),
            }
        }
    }

    /// The next event of this type; what comes before it is passed over.
    pub async fn until(&mut self, kind: &str) -> Value {
        loop {
            let event = self.next().await.expect("it stays open");
            if event["type"] == kind {
                return event;
            }
        }
    }

    /// How the server closes it; what comes before is passed over.
    pub async fn closed(&mut self) -> Closed {
        loop {
            if let Err(closed) = self.next().await {
                return closed;
            }
        }
    }

    /// Says something, which nobody should.
    pub async fn say(&mut self, words: &str) {
        self.socket.send(Message::text(words)).await.expect("the connection is open");
    }

    /// The cursor of what was heard last.
    pub fn cursor(&self) -> &str {
        &self.cursor
    }
}
