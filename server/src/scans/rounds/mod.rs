//! Rounds: the moments at which a partnership looks back.
//!
//! A lead plans one, and opens it: then everybody who acts for a partner is asked, and how it is asked and shown is fixed
//! for good. It closes on its day, or when a lead closes it, and is never opened again. One is open at a time. While it
//! is, nobody learns more than how many answered. If the partnership is concluded meanwhile, nobody answers or is reminded
//! any more, and on its day what was answered until then is reported.

mod api;
mod asking;
mod calendar;
mod closing;
mod counting;
mod handlers;
mod opening;
mod planning;
mod reading;
mod tending;
mod waiting;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::tending::tend;
pub(crate) use self::waiting::{WaitingRound, WaitingTo, rounds_waiting_for};

/// The addresses of rounds.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::list_rounds)
        .service(handlers::plan_round)
        .service(handlers::read_round)
        .service(handlers::change_round)
        .service(handlers::cancel_round)
        .service(handlers::open_round)
        .service(handlers::close_round);
}
