//! The horizon: what a partnership wants in ten years, which it looks at together again every year.
//!
//! What is wanted stands on the board. When it was last looked at is a record; a year later the leads are reminded.

mod api;
mod handlers;
mod reviewing;
mod store;
mod tending;
mod waiting;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::tending::tend;
pub(crate) use self::waiting::{WaitingHorizon, horizons_waiting_for};

/// The addresses of the horizon.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::horizon).service(handlers::review_horizon);
}
