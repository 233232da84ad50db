//! Ending a partnership together, and taking it up again.
//!
//! A lead asks the partners whether it is done. Each partner answers for itself, through somebody with its mandate, and
//! may change its answer. When all that take part agree, a lead concludes: from then on everything stays as it is, to
//! be read. A concluded partnership can be put away in the archive, and a lead can reopen it.

mod api;
mod ending;
mod handlers;
mod proposing;
mod store;
mod waiting;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::api::Conclusion;
pub(super) use self::store::shown;
pub use self::waiting::{WaitingConclusion, WaitingPart, conclusions_waiting_for};

/// The addresses of ending.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::propose_conclusion)
        .service(handlers::withdraw_conclusion)
        .service(handlers::decide_on_conclusion)
        .service(handlers::conclude_partnership)
        .service(handlers::archive_partnership)
        .service(handlers::reopen_partnership);
}
