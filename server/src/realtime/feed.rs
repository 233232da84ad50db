//! A connection that only listens: text goes out, and nothing but pongs comes in.
//!
//! Nothing is queued for it. What it has not been sent yet stays where it comes from, and is fetched page by page as
//! fast as the other side reads; who does not read is closed and comes back.

use actix_ws::{AggregatedMessage, AggregatedMessageStream, MessageStream, Session};
use tokio::time::{Instant, MissedTickBehavior, interval};
use uuid::Uuid;

use super::close::Close;
use super::rooms::{Revocations, Rooms};
use super::socket::{GONE, HEARTBEAT, SILENCE, hold, refusal, send, until_sent_away};

/// The longest message that is read, to be refused.
const LONGEST_FRAME: usize = 4096;

/// Where the messages of a feed come from.
pub trait Source: 'static {
    /// Waits until there is something to say, and gives it: in order, each message once, and not more at once than may
    /// well be held in memory. An error closes the connection.
    fn next(&mut self) -> impl Future<Output = Result<Vec<String>, Close>>;

    /// What is said when there was nothing to say for a while.
    fn idle(&self) -> String;
}

/// Somebody who may listen.
#[derive(Debug)]
pub struct Listener<S> {
    /// To what.
    pub source: S,
    /// What they are let in by: each can be revoked ([`Rooms::revoke`]).
    pub badges: Vec<Uuid>,
}

/// Serves an opened WebSocket in a task of its own. Who was refused is told why and closed, as on a board.
pub fn serve_feed<S: Source>(
    rooms: Rooms,
    listener: Result<Listener<S>, Close>,
    revocations: Revocations,
    session: Session,
    stream: MessageStream,
) {
    hold(listener, LONGEST_FRAME, session, stream, async move |listener, session, stream| {
        let Listener { mut source, badges } = listener;
        let worn = rooms.wear(badges.clone());
        until_sent_away(&rooms, worn.number(), &badges, revocations, tell(&mut source, session, stream)).await
    });
}

async fn tell<S: Source>(
    source: &mut S,
    mut session: Session,
    stream: &mut AggregatedMessageStream,
) -> Option<Close> {
    let mut heartbeat = interval(HEARTBEAT);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut heard, mut spoke) = (Instant::now(), Instant::now());
    loop {
        let idle = source.idle();
        // Fetching goes on while the connection is looked after: half of it must not be thrown away.
        let mut next = std::pin::pin!(source.next());
        let messages = loop {
            tokio::select! {
                messages = &mut next => break messages,
                message = stream.recv() => {
                    heard = Instant::now();
                    match message? {
                        Ok(AggregatedMessage::Ping(bytes)) => send(session.pong(&bytes)).await?,
                        Ok(AggregatedMessage::Pong(_)) => {}
                        Ok(AggregatedMessage::Close(_)) => { let _ = session.close(None).await; return None; }
                        Ok(_) => return Some(Close::refused("nothing is said here, only heard")),
                        Err(error) => return refusal(&error),
                    }
                }
                _ = heartbeat.tick() => {
                    if heard.elapsed() > GONE { return None; }
                    send(session.ping(b"")).await?;
                    if spoke.elapsed() > SILENCE {
                        send(session.text(idle.clone())).await?;
                        spoke = Instant::now();
                    }
                }
            }
        };
        for message in match messages {
            Ok(messages) => messages,
            Err(close) => return Some(close),
        } {
            if send(session.text(message)).await.is_none() {
                return Some(Close::BUSY);
            }
            spoke = Instant::now();
        }
        // Nobody listened meanwhile, so they were not silent: who takes a whole page is there.
        heard = Instant::now();
    }
}
