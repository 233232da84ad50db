//! Four questions for a tense moment: do we still believe in it, what do I get out of it, why is there no success, and why
//! is the effort unequal.
//!
//! Whoever answers them does so for themselves, and may let nobody read it, or those who lead, or everybody who takes part.
//! Nothing of it gets further than that: no event, no record, no count. Who leads reads what is shared with who leads,
//! whoever that is at the moment; of anything else they do not learn that it exists.

mod api;
mod handlers;
mod keeping;
mod reading;
mod store;
mod telling;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of tension checks.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::tension_checks)
        .service(handlers::add_tension_check)
        .service(handlers::change_tension_check)
        .service(handlers::remove_tension_check);
}
