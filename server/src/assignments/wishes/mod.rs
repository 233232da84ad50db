//! What people say about taking on roles: for each role what they wish and what energy it gives them, and how many roles
//! they can carry.
//!
//! Each is shared with nobody, with those who lead, or with everybody who takes part. Whatever it is shared with, who says
//! never is not asked, and who says how many they can carry gets no more; a lead then hears that they are not available, and
//! not why.

mod api;
mod handlers;
mod keeping;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::reading::{Capacity, willing};
pub(super) use self::store::{capacity, energies_of, wish};

/// The addresses of wishes.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::wishes)
        .service(handlers::put_wish)
        .service(handlers::take_wish_back)
        .service(handlers::put_capacity)
        .service(handlers::take_capacity_back);
}
