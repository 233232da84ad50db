//! What people say of themselves, in four parts: core qualities, drives, expertise, and what they want to learn.
//!
//! Each part is seen by whom they choose: they alone, those of the same partner, or everybody who takes part. Nothing of it
//! gets out of that circle: no event, no record, no count. A quality or drive is named by its id in the library of a page,
//! or in somebody's own words; the server does not tell them apart.

mod api;
mod content;
mod handlers;
mod keeping;
mod reading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::content::LONGEST_NAME;
pub(super) use self::reading::shown_to_all;
pub(super) use self::store::{qualities_shown_to_all, shown_qualities};

/// The addresses of profiles.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config.service(handlers::profiles).service(handlers::put_own_profile);
}
