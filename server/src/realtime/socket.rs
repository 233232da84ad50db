//! One connection: what comes in goes to the room, what the room says goes out, until one of them is done.

use std::num::NonZeroU32;
use std::time::Duration;

use actix_web::rt;
use actix_ws::{
    AggregatedMessage, AggregatedMessageStream, CloseCode, CloseReason, MessageStream, ProtocolError, Session,
};
use bytes::Bytes;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, sleep_until, timeout};
use uuid::Uuid;

use super::close::Close;
use super::figures::Figures;
use super::gate::Vocabulary;
use super::outbox::Outgoing;
use super::protocol::{self, LONGEST_FRAME};
use super::room::Visitor;
use super::rooms::{Revocations, Rooms, Seat};

/// How often the connection is looked after.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(5);
/// After this much silence of ours an empty message is sent: `y-websocket` gives up after 30 s without one.
pub(super) const SILENCE: Duration = Duration::from_secs(15);
/// After this much silence of theirs, pongs included, nobody is there any more.
pub(super) const GONE: Duration = Duration::from_secs(30);
/// How long one message may take to leave.
const STUCK: Duration = Duration::from_secs(5);
/// Over how long the connections are closed when the server stops, so that they do not all come back at once.
const STAGGER: u64 = 1500;

/// Messages a second, and how many may come at once. More are not refused: the connection is read more slowly.
const MESSAGES: (u32, u32) = (400, 4_000);
/// The same in KiB.
const KIBIBYTES: (u32, u32) = (2_048, 32_768);

/// Somebody at the door of a board.
#[derive(Debug)]
pub struct Visit {
    /// The board.
    pub board: Uuid,
    /// What its document is made of.
    pub vocabulary: &'static Vocabulary,
    /// Who they are.
    pub visitor: Visitor,
    /// What they are let in by: each can be revoked ([`Rooms::revoke`]).
    pub badges: Vec<Uuid>,
}

/// Serves an opened WebSocket in a task of its own. A visit that was refused is told why and closed: an HTTP error
/// would make `y-websocket` try again for ever.
pub fn serve(
    rooms: Rooms,
    visit: Result<Visit, Close>,
    revocations: Revocations,
    session: Session,
    stream: MessageStream,
) {
    hold(visit, LONGEST_FRAME, session, stream, async move |visit, session, stream| {
        converse(&rooms, visit, revocations, session, stream).await
    });
}

/// Holds a conversation with whoever was admitted, in a task of its own, and says at its end why it is closed.
pub(super) fn hold<V: 'static>(
    admitted: Result<V, Close>,
    longest_frame: usize,
    session: Session,
    stream: MessageStream,
    conversation: impl AsyncFnOnce(V, Session, &mut AggregatedMessageStream) -> Option<Close> + 'static,
) {
    let mut stream =
        stream.max_frame_size(longest_frame).aggregate_continuations().max_continuation_size(longest_frame);
    rt::spawn(async move {
        let close = match admitted {
            Ok(visit) => conversation(visit, session.clone(), &mut stream).await,
            Err(close) => Some(close),
        };
        if let Some(close) = close {
            say_goodbye(session, stream, close).await;
        }
    });
}

/// Lets connection `number` talk until it ends by itself, the server stops, or one of `badges` is revoked. Returns why
/// to close, or nothing when the other side is gone.
pub(super) async fn until_sent_away(
    rooms: &Rooms,
    number: u64,
    badges: &[Uuid],
    mut revocations: Revocations,
    talking: impl Future<Output = Option<Close>>,
) -> Option<Close> {
    let mut stopping = rooms.stopping();
    tokio::select! {
        close = talking => close,
        _ = stopping.wait_for(|stopping| *stopping) => {
            // Nothing more is read meanwhile: what is not handed to the room is not saved, and stays with them.
            sleep(Duration::from_millis(number * 37 % STAGGER)).await;
            Some(Close::RESTARTING)
        }
        close = revocations.of(badges) => Some(close),
    }
}

/// Closes, and reads on for a moment, so that the other side gets to see why.
async fn say_goodbye(session: Session, mut stream: AggregatedMessageStream, close: Close) {
    Figures::get().refuse(&close);
    let reason = CloseReason { code: CloseCode::Other(close.code), description: Some(close.reason.into_owned()) };
    if timeout(STUCK, session.close(Some(reason))).await.is_ok() {
        let _ = timeout(Duration::from_secs(1), async { while let Some(Ok(_)) = stream.recv().await {} }).await;
    }
}

/// Returns why to close, or nothing when the other side is gone.
async fn converse(
    rooms: &Rooms,
    visit: Visit,
    revocations: Revocations,
    session: Session,
    stream: &mut AggregatedMessageStream,
) -> Option<Close> {
    if rooms.is_stopping() {
        return Some(Close::RESTARTING);
    }
    let Some((seat, outgoing)) =
        rooms.join(visit.board, visit.vocabulary, visit.visitor, visit.badges.clone()).await
    else {
        return Some(Close::BUSY);
    };
    let talking = talk(&seat, outgoing, session, stream);
    until_sent_away(rooms, seat.number(), &visit.badges, revocations, talking).await
}

async fn talk(
    seat: &Seat,
    mut outgoing: Outgoing,
    mut session: Session,
    stream: &mut AggregatedMessageStream,
) -> Option<Close> {
    let figures = Figures::get();
    let pace = Pace::new();
    let mut heartbeat = interval(HEARTBEAT);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut heard, mut spoke) = (Instant::now(), Instant::now());
    // One message that was read and that the room has not taken yet, and when reading goes on.
    let mut held: Option<Bytes> = None;
    let mut resume = Instant::now();
    loop {
        tokio::select! {
            out = outgoing.next() => {
                let frame = match out { Ok(frame) => frame, Err(close) => return Some(close) };
                figures.sent(frame.len());
                send(session.binary(frame)).await?;
                spoke = Instant::now();
            }
            taken = seat.send(&mut held, heard.into_std()), if held.is_some() && resume <= Instant::now() => {
                // When the room is gone its last word is in the outbox.
                if taken.is_err() { held = None; }
            }
            () = sleep_until(resume), if held.is_some() && resume > Instant::now() => {
                resume = Instant::now() + held.as_ref().map_or(Duration::ZERO, |frame| pace.pause(frame.len()));
            }
            message = stream.recv(), if held.is_none() => {
                heard = Instant::now();
                match message? {
                    Ok(AggregatedMessage::Binary(frame)) => {
                        figures.received(frame.len());
                        resume = Instant::now() + pace.pause(frame.len());
                        held = Some(frame);
                    }
                    Ok(AggregatedMessage::Ping(bytes)) => send(session.pong(&bytes)).await?,
                    Ok(AggregatedMessage::Pong(_)) => {}
                    Ok(AggregatedMessage::Text(_)) => return Some(Close::refused("text where bytes belong")),
                    Ok(AggregatedMessage::Close(_)) => { let _ = session.close(None).await; return None; }
                    Err(error) => return refusal(&error),
                }
            }
            _ = heartbeat.tick() => {
                if held.is_none() && heard.elapsed() > GONE { return None; }
                send(session.ping(b"")).await?;
                if spoke.elapsed() > SILENCE {
                    send(session.binary(protocol::awareness([].into_iter()))).await?;
                    spoke = Instant::now();
                }
            }
        }
    }
}

/// Sends, or finds that nobody takes it: then the connection is as good as gone.
pub(super) async fn send(sending: impl Future<Output = Result<(), actix_ws::Closed>>) -> Option<()> {
    timeout(STUCK, sending).await.ok()?.ok()
}

/// Why to close over what cannot be read; nothing when the other side is gone.
pub(super) fn refusal(error: &ProtocolError) -> Option<Close> {
    match error {
        ProtocolError::Overflow => Some(Close::TOO_LARGE),
        // Messages in several frames are put together by actix, which says it this way.
        ProtocolError::Io(error) if error.to_string().contains("maximum continuation size") => {
            Some(Close::TOO_LARGE)
        }
        ProtocolError::Io(_) => None,
        _ => Some(Close::refused("not the WebSocket protocol")),
    }
}

/// How fast a connection is read.
struct Pace {
    messages: DefaultDirectRateLimiter,
    kibibytes: DefaultDirectRateLimiter,
}

impl Pace {
    fn new() -> Self {
        Self { messages: limiter(MESSAGES), kibibytes: limiter(KIBIBYTES) }
    }

    /// How long to wait before a message of `length` bytes is let in; then it is asked again.
    fn pause(&self, length: usize) -> Duration {
        let kibibytes = u32::try_from(length / 1024).unwrap_or(u32::MAX).saturating_add(1);
        let pause = wait(&self.kibibytes, kibibytes);
        if pause.is_zero() { wait(&self.messages, 1) } else { pause }
    }
}

fn limiter((a_second, at_once): (u32, u32)) -> DefaultDirectRateLimiter {
    let least = NonZeroU32::MIN;
    let quota = Quota::per_second(NonZeroU32::new(a_second).unwrap_or(least))
        .allow_burst(NonZeroU32::new(at_once).unwrap_or(least));
    RateLimiter::direct(quota)
}

/// Takes `cells` from the quota, or says how long until they are there to be taken.
fn wait(limiter: &DefaultDirectRateLimiter, cells: u32) -> Duration {
    match limiter.check_n(NonZeroU32::new(cells).unwrap_or(NonZeroU32::MIN)) {
        Ok(Err(not_until)) => not_until.wait_time_from(DefaultClock::default().now()),
        // More than the quota ever holds cannot come: a message is shorter.
        Ok(Ok(())) | Err(_) => Duration::ZERO,
    }
}
