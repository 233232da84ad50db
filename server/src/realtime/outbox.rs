//! What waits to be sent to one connection: bounded, so that a slow reader costs the others nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use tokio::sync::{mpsc, watch};

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
    waiting: Arc<AtomicUsize>,
    close: Arc<watch::Sender<Option<Close>>>,
}

/// The end that takes out.
#[derive(Debug)]
pub(crate) struct Outgoing {
    frames: mpsc::Receiver<Bytes>,
    waiting: Arc<AtomicUsize>,
    lagging: watch::Receiver<Option<Close>>,
    closed: watch::Receiver<Option<Close>>,
}

/// A new outbox.
pub(crate) fn outbox() -> (Outbox, Outgoing) {
    let (sender, receiver) = mpsc::channel(MESSAGES);
    let (close, closed) = watch::channel(None);
    let waiting = Arc::new(AtomicUsize::new(0));
    (
        Outbox { frames: sender, waiting: waiting.clone(), close: Arc::new(close) },
        Outgoing { frames: receiver, waiting, lagging: closed.clone(), closed },
    )
}

impl Outbox {
    /// Lets a message wait. A connection that cannot keep up is closed: it comes back and says what it has.
    pub(crate) fn send(&self, frame: Bytes) {
        let length = frame.len();
        let before = self.waiting.fetch_add(length, Ordering::Relaxed);
        Figures::get().outbox.reaches(MESSAGES - self.frames.capacity() + 1, before + length);
        let is_too_much = before > 0 && before + length > BYTES;
        if is_too_much || self.frames.try_send(frame).is_err() {
            self.close(Close::BUSY);
        }
    }

    /// Closes the connection; the first reason counts.
    pub(crate) fn close(&self, reason: Close) {
        self.close.send_if_modified(|close| {
            let is_first = close.is_none();
            close.get_or_insert(reason);
            is_first
        });
    }
}

impl Outgoing {
    /// The next message, or why the connection is closed. What was put in before a close is sent first, unless there
    /// was too much of it.
    pub(crate) async fn next(&mut self) -> Result<Bytes, Close> {
        tokio::select! {
            biased;
            close = reason(&mut self.lagging, |close| *close == Close::BUSY) => Err(close),
            frame = self.frames.recv() => match frame {
                Some(frame) => {
                    self.waiting.fetch_sub(frame.len(), Ordering::Relaxed);
                    Ok(frame)
                }
                // The room is gone: it closed us, or it failed.
                None => Err(self.closed.borrow().clone().unwrap_or(Close::BUSY)),
            },
            close = reason(&mut self.closed, |_| true) => Err(close),
        }
    }
}

/// Waits until the connection is closed for a reason that counts.
async fn reason(close: &mut watch::Receiver<Option<Close>>, counts: impl Fn(&Close) -> bool) -> Close {
    match close.wait_for(|close| close.as_ref().is_some_and(&counts)).await.map(|close| close.clone()) {
        Ok(Some(close)) => close,
        // The room is gone; the queue of messages ends with it.
        _ => std::future::pending().await,
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
