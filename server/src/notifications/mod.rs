//! Notifications: what one person is told because it concerns them, in the app and by mail.
//!
//! A feature in which something happens to somebody tells them in the transaction that makes it so ([`tell`]), and rings
//! their bell once that is committed. Who did it themselves is not told. A notification holds names and titles, never
//! what somebody wrote, and leads to where it is done; it is seen by the one person alone.
//!
//! Some of what is told *waits* for an answer. When that is given, by whomever and wherever, the feature settles it
//! ([`settle`]), and nobody is told any more.
//!
//! **To add a kind**: name it in [`Kind`] (it needs no migration: at most 32 characters), say in `urgency.rs` how
//! urgent it is and in `wording.rs` how a mail says it, add its sentence to
//! `web/messages/{nl,en}/notifications.json` and to `web/src/features/notifications/words.ts`, and call [`tell`] where it
//! happens. The compilers name what is missing.

mod api;
mod choosing;
mod handlers;
mod live;
mod mailing;
mod store;
mod telling;
mod tending;
mod unsubscribing;
mod urgency;
mod wording;

use utoipa_actix_web::service_config::ServiceConfig;

pub use self::choosing::wants_mail;
pub use self::mailing::mail_notifications;
pub use self::telling::{Notice, settle, tell};
pub use self::tending::tend;
pub use self::unsubscribing::unsubscribe;
pub use crate::entity::notification::Kind;

/// The addresses of this feature.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::notifications)
        .service(handlers::read_all)
        .service(handlers::read_one)
        .service(handlers::mail_pace)
        .service(handlers::choose_mail_pace)
        .service(unsubscribing::one_click)
        .service(unsubscribing::by_token)
        .service(live::notifications_live);
}
