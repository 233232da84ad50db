//! Hands queued mail on, and tries again what could not be.

use std::path::PathBuf;
use std::time::Duration;

use chrono::TimeDelta;
use lettre::message::header::{HeaderName, HeaderValue, InvalidHeaderName};
use lettre::message::{Mailbox, MessageBuilder, MultiPart};
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use sea_orm::DbErr;
use tokio::time::{MissedTickBehavior, interval};

use super::{folder, store};
use crate::app::App;
use crate::config::Delivery;
use crate::entity::outgoing_mail;

/// How often it is looked whether there is something to send.
const LOOK: Duration = Duration::from_secs(1);
/// How much is taken at once.
const AT_ONCE: u64 = 20;
/// How long a server may take to accept one mail; after that another may try.
const LONGEST: Duration = Duration::from_mins(1);
const CLAIM: TimeDelta = TimeDelta::minutes(2);
/// The pause after a first failure; it doubles.
const PAUSE: TimeDelta = TimeDelta::minutes(1);
/// After so many failures it is given up: about three days.
const LAST_ATTEMPT: i32 = 13;

/// Where mail goes.
enum Post {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(PathBuf),
}

/// Why a mail did not go out.
#[derive(Debug, thiserror::Error)]
enum Undelivered {
    #[error("this is no mail")]
    Unsendable(#[from] lettre::error::Error),
    #[error("this is no header")]
    Header(#[from] InvalidHeaderName),
    #[error("this is no address")]
    Address(#[from] lettre::address::AddressError),
    #[error("the mail server does not take it")]
    Smtp(#[from] smtp::Error),
    #[error("it cannot be put into the folder")]
    Folder(#[from] std::io::Error),
}

impl Undelivered {
    /// Whether another attempt would end the same way.
    fn is_final(&self) -> bool {
        match self {
            Self::Unsendable(_) | Self::Header(_) | Self::Address(_) => true,
            Self::Smtp(error) => error.is_permanent(),
            Self::Folder(_) => false,
        }
    }
}

/// Sends what is queued, as soon as it is due; never ends.
pub async fn send_mail(app: &App) {
    let post = match post(app) {
        Ok(post) => post,
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "no mail can be sent; it stays queued");
            return std::future::pending().await;
        }
    };
    let mut look = interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        look.tick().await;
        if let Err(error) = send_due(app, &post).await {
            tracing::warn!(error = &error as &dyn std::error::Error, "queued mail cannot be read");
        }
    }
}

fn post(app: &App) -> Result<Post, smtp::Error> {
    Ok(match &app.config.mail.delivery {
        Delivery::Folder(folder) => Post::Folder(folder.clone()),
        Delivery::Smtp(url) => {
            let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())?;
            Post::Smtp(Box::new(transport.timeout(Some(LONGEST)).build()))
        }
    })
}

async fn send_due(app: &App, post: &Post) -> Result<(), DbErr> {
    for mail in store::due(app.database.reader(), app.clock.now(), AT_ONCE).await? {
        let transaction = app.database.begin().await?;
        let is_ours = store::claim(&transaction, &mail, app.clock.now() + CLAIM).await?;
        transaction.commit().await?;
        if is_ours {
            let outcome = send(app, post, &mail).await;
            settle(app, &mail, outcome).await?;
        }
    }
    Ok(())
}

async fn send(app: &App, post: &Post, mail: &outgoing_mail::Model) -> Result<(), Undelivered> {
    match post {
        Post::Folder(path) => Ok(folder::put(path, mail).await?),
        Post::Smtp(transport) => {
            transport.send(message(app, mail)?).await?;
            Ok(())
        }
    }
}

fn message(app: &App, mail: &outgoing_mail::Model) -> Result<Message, Undelivered> {
    let from: Mailbox = app.config.mail.from.parse()?;
    let message = Message::builder().from(from).to(Mailbox::new(None, mail.recipient.parse()?));
    let message = message.subject(mail.subject.clone()).message_id(Some(format!("<{}@samenspel>", mail.id)));
    let message = match &mail.unsubscribe {
        Some(address) => one_click(message, address)?,
        None => message,
    };
    Ok(message.multipart(MultiPart::alternative_plain_html(mail.plain.clone(), mail.html.clone()))?)
}

/// What lets a program for mail end it at the press of a button (RFC 8058).
fn one_click(message: MessageBuilder, address: &str) -> Result<MessageBuilder, Undelivered> {
    let header = |name: &'static str, value: String| {
        let name = HeaderName::new_from_ascii(name.to_owned())?;
        Ok::<_, Undelivered>(HeaderValue::new(name, value))
    };
    let message = message.raw_header(header("List-Unsubscribe", format!("<{address}>"))?);
    Ok(message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())?))
}

async fn settle(app: &App, mail: &outgoing_mail::Model, outcome: Result<(), Undelivered>) -> Result<(), DbErr> {
    let transaction = app.database.begin().await?;
    match outcome {
        Ok(()) => store::remove(&transaction, mail.id).await?,
        Err(error) if error.is_final() || mail.attempts >= LAST_ATTEMPT => {
            tracing::error!(mail = %mail.id, error = &error as &dyn std::error::Error, "a mail was given up");
            store::remove(&transaction, mail.id).await?;
        }
        Err(error) => {
            tracing::warn!(mail = %mail.id, error = &error as &dyn std::error::Error, "a mail was not sent, and is tried again");
            let pause = PAUSE * (1 << mail.attempts.clamp(0, LAST_ATTEMPT));
            store::put_off(&transaction, mail.id, app.clock.now() + pause).await?;
        }
    }
    transaction.commit().await
}
