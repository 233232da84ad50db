//! A light client: one WebSocket, and no document.

use std::net::SocketAddr;

use bytes::Bytes;
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::header;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;

use crate::edit::{self, Heard};

/// Small, because there are many.
const READ_AT_ONCE: usize = 8 << 10;

pub(crate) type Socket = WebSocketStream<TcpStream>;

/// Where a connection goes, and what lets it in.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub(crate) address: SocketAddr,
    /// With its query.
    pub(crate) path: String,
    /// An access token; the bare broadcast wants none.
    pub(crate) token: Option<String>,
}

/// Opens a WebSocket, and no more.
pub(crate) async fn open(way: &Way) -> Socket {
    let mut request = format!("ws://{}{}", way.address, way.path).into_client_request().expect("a valid address");
    if let Some(token) = &way.token {
        let bearer = format!("Bearer {token}").parse().expect("a valid header");
        request.headers_mut().insert(header::AUTHORIZATION, bearer);
    }
    let stream = TcpStream::connect(way.address).await.expect("the server listens");
    stream.set_nodelay(true).expect("a socket of ours");
    let config = WebSocketConfig::default().read_buffer_size(READ_AT_ONCE).write_buffer_size(0);
    let opened = tokio_tungstenite::client_async_with_config(request, stream, Some(config)).await;
    opened.expect("the connection is let in").0
}

/// Opens a board as somebody who has nothing of it. Gives the connection and all that was on the board.
pub(crate) async fn join(way: &Way) -> (Socket, Bytes) {
    let mut socket = open(way).await;
    send(&mut socket, edit::question()).await;
    loop {
        let frame = next(&mut socket).await;
        match edit::read(&frame) {
            Heard::Question => send(&mut socket, edit::nothing_new()).await,
            Heard::Everything(everything) => return (socket, frame.slice_ref(everything)),
            _ => {}
        }
    }
}

/// Opens a board, says that one is there as client `client`, and lays a card if there is one. Returns when the server
/// has all that.
pub(crate) async fn settle_in(way: &Way, client: u64, card: Option<&[u8]>) -> Socket {
    let mut socket = open(way).await;
    send(&mut socket, edit::question()).await;
    send(&mut socket, edit::presence(client, 1)).await;
    // The answer to the server's question, and the card.
    let writes = 1 + u64::from(card.is_some());
    if let Some(card) = card {
        // y-websocket asks first as well; what it writes after that need not wait for the answer.
        send(&mut socket, edit::update(card)).await;
    }
    let (mut is_synced, mut saved) = (false, 0);
    while !is_synced || saved < writes {
        match edit::read(&next(&mut socket).await) {
            Heard::Question => send(&mut socket, edit::nothing_new()).await,
            Heard::Everything(_) => is_synced = true,
            Heard::Saved(number) => saved = number,
            _ => {}
        }
    }
    socket
}

/// Sends one frame.
pub(crate) async fn send(socket: &mut Socket, frame: Bytes) {
    socket.send(Message::Binary(frame)).await.expect("the server takes it");
}

async fn next(socket: &mut Socket) -> Bytes {
    loop {
        match socket.next().await {
            Some(Ok(Message::Binary(frame))) => return frame,
            Some(Ok(Message::Close(reason))) => panic!("the server closed the connection: {reason:?}"),
            Some(Ok(_)) => {}
            ended => panic!("the connection ended: {ended:?}"),
        }
    }
}
