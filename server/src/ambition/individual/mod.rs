//! Individual ambitions: what each person wants with it, as a person, in their profession, for their organisation.
//!
//! Who wrote one chooses who sees it: they alone, those of the same partner, or everybody who takes part. Nothing of it
//! gets out of that circle: no event, no record, no count. It can be joined to the passages of the statement that answer
//! it; what the statement does not answer yet, a page works out from what its reader may see.

mod api;
mod handlers;
mod keeping;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of individual ambitions.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::individual_ambitions)
        .service(handlers::add_individual_ambition)
        .service(handlers::change_individual_ambition)
        .service(handlers::remove_individual_ambition);
}
