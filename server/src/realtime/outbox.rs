//! What waits to be sent to one connection: bounded, so that a slow reader costs the others nothing.

use std::future::poll_fn;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_util::task::AtomicWaker;
use tokio::sync::mpsc;

use super::close::Close;
use super::figures::Figures;

/// How many messages may wait.
const MESSAGES: usize = 1024;
/// How many bytes may wait; a single message may be longer.
const BYTES: usize = 8 << 20;

/// The end that puts in.
#[derive(Clone, Debug)]
pub(crate) struct Outbox {
    frames: mpsc::Sender<Bytes>,
    state: Arc<State>,
}

/// The end that takes out.
#[derive(Debug)]
pub(crate) struct Outgoing {
    frames: mpsc::Receiver<Bytes>,
    state: Arc<State>,
}

/// What both ends know beside the messages.
#[derive(Debug, Default)]
struct State {
    /// How many bytes wait.
    waiting: AtomicUsize,
    /// Why the connection is closed; the first reason counts.
    close: OnceLock<Close>,
    /// Whoever waits to hear that it is.
    closed: AtomicWaker,
}

/// A new outbox.
pub(crate) fn outbox() -> (Outbox, Outgoing) {
    let (sender, receiver) = mpsc::channel(MESSAGES);
    let state = Arc::new(State::default());
    (Outbox { frames: sender, state: state.clone() }, Outgoing { frames: receiver, state })
}

impl Outbox {
    /// Lets a message wait. A connection that cannot keep up is closed: it comes back and says what it has.
    pub(crate) fn send(&self, frame: Bytes) {
        let length = frame.len();
        let before = self.state.waiting.fetch_add(length, Ordering::Relaxed);
        Figures::get().outbox.reaches(MESSAGES - self.frames.capacity() + 1, before + length);
        let is_too_much = before > 0 && before + length > BYTES;
        if is_too_much || self.frames.try_send(frame).is_err() {
            self.close(Close::BUSY);
        }
    }

    /// Closes the connection; the first reason counts.
    pub(crate) fn close(&self, reason: Close) {
        if self.state.close.set(reason).is_ok() {
            self.state.closed.wake();
        }
    }
}

impl Outgoing {
    /// The next message, or why the connection is closed. What was put in before a close is sent first, unless there
    /// was too much of it.
    pub(crate) async fn next(&mut self) -> Result<Bytes, Close> {
        poll_fn(|context| self.poll_next(context)).await
    }

    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<Bytes, Close>> {
        // Registered before anything is looked at, so that no close goes unheard in between.
        self.state.closed.register(context.waker());
        let close = self.state.close.get();
        if close == Some(&Close::BUSY) {
            return Poll::Ready(Err(Close::BUSY));
        }
        match (self.frames.poll_recv(context), close) {
            (Poll::Ready(Some(frame)), _) => {
                self.state.waiting.fetch_sub(frame.len(), Ordering::Relaxed);
                Poll::Ready(Ok(frame))
            }
            // The room is gone; without a word, when it failed.
            (Poll::Ready(None), close) => Poll::Ready(Err(close.cloned().unwrap_or(Close::BUSY))),
            // The task had its share of time, and goes on with what still waits.
            (Poll::Pending, Some(close)) if self.frames.is_empty() => Poll::Ready(Err(close.clone())),
            (Poll::Pending, _) => Poll::Pending,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_said_before_the_close_is_sent_before_it() {
        let (outbox, mut outgoing) = outbox();
        outbox.send(Bytes::from_static(b"a"));
        outbox.close(Close::FORBIDDEN);
        outbox.close(Close::NOT_FOUND);
        assert_eq!(outgoing.next().await, Ok(Bytes::from_static(b"a")));
        assert_eq!(outgoing.next().await, Err(Close::FORBIDDEN));
    }

    #[tokio::test]
    async fn who_cannot_keep_up_is_closed() {
        let (outbox, mut outgoing) = outbox();
        for _ in 0..=MESSAGES {
            outbox.send(Bytes::from_static(b"a"));
        }
        assert_eq!(outgoing.next().await, Err(Close::BUSY));
    }

    #[tokio::test]
    async fn one_message_may_be_longer_than_all_that_may_wait() {
        let (outbox, mut outgoing) = outbox();
        outbox.send(Bytes::from(vec![0; BYTES + 1]));
        assert!(outgoing.next().await.is_ok());
        outbox.send(Bytes::from(vec![0; BYTES]));
        outbox.send(Bytes::from_static(b"a"));
        assert_eq!(outgoing.next().await, Err(Close::BUSY));
    }
}
