//! Versions of the ambition, and what each partner says of each.
//!
//! A lead puts the words before the partners as they stood after one row of the board's log: whatever is written
//! meanwhile is not in the version and changes it not. One version at a time is *open*. Somebody with the mandate of a
//! partner says for it *yes*, *yes, with a wish* or *not yet*, and takes that back whenever they like.
//!
//! A version is *shared* when there are two partners or more and each says yes to it. That is worked out from what they
//! say and from who takes part whenever somebody asks ([`crate::endorsement`]); no request sets it.

mod api;
mod before_partners;
mod endorsing;
mod handlers;
mod proposing;
mod reading;
mod store;
mod telling;
mod waiting;
mod words;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::before_partners::{Put, put_before_partners};
pub(crate) use self::reading::standing;
pub(crate) use self::waiting::{WaitingVersion, versions_waiting_for};

/// The addresses of versions.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::ambition)
        .service(handlers::propose_version)
        .service(handlers::ambition_version)
        .service(handlers::withdraw_version)
        .service(handlers::endorse_version)
        .service(handlers::reconsider_version);
}
