//! Profiles: what people are good at, what drives them, what they know and want to learn.
//!
//! What somebody says of themselves has four parts ([`parts`]), and each is seen by whom they choose. Others recognise a
//! core quality in them, with an example ([`recognitions`]); what becomes of that is theirs.

mod error;
mod known;
mod parts;
mod recognitions;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::error::ProfileError;
pub(crate) use self::known::known_to_all;

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config.configure(parts::routes).configure(recognitions::routes);
}
