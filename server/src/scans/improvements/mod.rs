//! Improvement points: the few things that a partnership does better next.
//!
//! Each has somebody who sees to it and a day. At most three are worked on at a time, because who improves everything
//! improves nothing; others wait. It ends done, with what shows it, or dropped, with why. The next pulse asks about the
//! factors of those that are worked on first.

mod api;
mod changing;
mod handlers;
mod reading;
mod store;
mod waiting;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::store::running_factors;
pub(crate) use self::waiting::{WaitingImprovement, improvements_waiting_for};

/// The addresses of improvement points.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::list_improvements)
        .service(handlers::choose_improvement)
        .service(handlers::change_improvement)
        .service(handlers::start_improvement)
        .service(handlers::finish_improvement)
        .service(handlers::drop_improvement);
}
