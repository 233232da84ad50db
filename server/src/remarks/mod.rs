//! Remarks of guests: what people outside say about one block of a canvas, because somebody sent them a link.
//!
//! (Potential) customers know things that partners do not. By a link they see one block, what its cards say and what is
//! asked about it, and nothing else: no other block, no partner, no person, nothing that other guests said. What they say
//! is read by those who take part, who put it on a card or say that it is dealt with. Nobody outside can take it back or
//! find it again: nothing is known of them but what they call themselves.

mod api;
mod error;
mod guest;
mod handlers;
mod reading;
mod settling;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::block_links)
        .service(handlers::make_block_link)
        .service(handlers::revoke_block_link)
        .service(handlers::guest_remarks)
        .service(handlers::settle_guest_remark)
        .service(handlers::shared_block)
        .service(handlers::remark_as_guest);
}
