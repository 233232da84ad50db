//! Reports: what came out of a round.
//!
//! A report is made once, when its round closes, of what was answered and of what was released before; it
//! is kept as it is, and never made again. It holds figures of whole cells only, rounded, and leaves out whatever would,
//! together with everything that was ever released in the partnership, tell something about fewer people than its round
//! promised ([`released`]).

mod basis;
mod comparing;
mod content;
mod csv;
mod handlers;
mod making;
mod reading;
mod released;
mod said;
#[cfg(test)]
mod tests;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::making::make;
pub(super) use self::reading::earlier;
pub(super) use self::said::{Answered, Said};

/// The addresses of reports.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::report).service(handlers::export_report);
}
