//! Scans: looking back together, honestly and safely.
//!
//! A partnership holds *rounds* ([`rounds`]): a full *scan* of sixteen success factors, or a short *pulse*. Everybody who
//! acts for a partner answers ([`answering`]) in a way that leaves nothing by which an answer could be joined to them.
//! When a round closes, it is reported once ([`report`]), by a method that treats a small partner as an equal and shows
//! nothing of fewer people than it promised ([`method`]). What is asked is fixed ([`instrument`]).
//!
//! What comes of it is done by few people and at few points at a time ([`improvements`]), and what went well is put down
//! with what each partner did for it ([`successes`]).

mod answering;
mod day;
mod desk;
mod error;
mod improvements;
mod instrument;
mod method;
mod mixing;
mod promise;
mod report;
mod rounds;
mod store;
mod successes;
mod telling;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::improvements::{WaitingImprovement, improvements_waiting_for};
pub(crate) use self::rounds::{WaitingRound, WaitingTo, rounds_waiting_for, tend};

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .configure(rounds::routes)
        .configure(answering::routes)
        .configure(report::routes)
        .configure(improvements::routes)
        .configure(successes::routes);
}
