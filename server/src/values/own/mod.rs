//! Own values: what each person values for themselves, and why.
//!
//! Who wrote one chooses who sees it: they alone, those of the same partner, or everybody who takes part. Nothing of it
//! gets out of that circle: no event, no record, no count. Its words are somebody's own, or the id of a value in the
//! library of a page; the server does not tell them apart.

mod api;
mod handlers;
mod keeping;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of own values.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::own_values)
        .service(handlers::add_own_value)
        .service(handlers::change_own_value)
        .service(handlers::remove_own_value);
}
