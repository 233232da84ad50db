//! The bare broadcast: whatever somebody sends goes to everybody else in the room, and that is all. No document, no
//! disk, nobody to ask who may. What the real server costs is compared with it.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use actix_web::web::{Data, Path, Payload};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, rt, web};
use actix_ws::AggregatedMessage;
use bytes::Bytes;
use futures_util::StreamExt as _;
use tokio::sync::mpsc;

type Room = HashMap<u64, mpsc::UnboundedSender<Bytes>>;

#[derive(Default)]
struct Rooms {
    rooms: Mutex<HashMap<String, Room>>,
    next: std::sync::atomic::AtomicU64,
}

/// Broadcasts until it is killed.
pub(crate) fn serve(address: SocketAddr) -> std::io::Result<()> {
    let rooms = Data::from(Arc::new(Rooms::default()));
    rt::System::new().block_on(
        HttpServer::new(move || {
            App::new()
                .app_data(rooms.clone())
                .route("/health/ready", web::get().to(HttpResponse::Ok))
                .route("/api/v1/live/{room}", web::get().to(live))
        })
        .tcp_nodelay(true)
        .workers(1)
        .bind(address)?
        .run(),
    )
}

async fn live(
    rooms: Data<Rooms>,
    request: HttpRequest,
    room: Path<String>,
    payload: Payload,
) -> actix_web::Result<HttpResponse> {
    let (response, mut session, stream) = actix_ws::handle(&request, payload)?;
    let mut stream = stream.aggregate_continuations();
    let number = rooms.next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let (outbox, mut outgoing) = mpsc::unbounded_channel();
    let room = room.into_inner();
    rooms.rooms.lock().unwrap().entry(room.clone()).or_default().insert(number, outbox);
    rt::spawn(async move {
        loop {
            tokio::select! {
                Some(frame) = outgoing.recv() => if session.binary(frame).await.is_err() { break },
                message = stream.next() => match message {
                    Some(Ok(AggregatedMessage::Binary(frame))) => rooms.broadcast(&room, number, &frame),
                    Some(Ok(AggregatedMessage::Ping(bytes))) => drop(session.pong(&bytes).await),
                    Some(Ok(AggregatedMessage::Close(_)) | Err(_)) | None => break,
                    Some(Ok(_)) => {}
                },
            }
        }
        rooms.rooms.lock().unwrap().get_mut(&room).map(|room| room.remove(&number));
    });
    Ok(response)
}

impl Rooms {
    fn broadcast(&self, room: &str, from: u64, frame: &Bytes) {
        for (number, outbox) in self.rooms.lock().unwrap().get(room).into_iter().flatten() {
            if *number != from {
                let _ = outbox.send(frame.clone());
            }
        }
    }
}
