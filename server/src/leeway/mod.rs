//! Room to move: what somebody may go ahead with without asking each time, until a day.
//!
//! Visionaries hold back for fear of seeming to dominate. So partners give somebody room, in words that never change: whoever
//! wants other words asks anew. It is given once the person wants it and every partner that takes part gives it, and it ends
//! by its day, when the person gives it back, or as soon as more than half of the partners do not give it any more. Nobody
//! else can end it, and no request makes it given. It is not the mandate, which is the right to speak for a partner.
//!
//! While it is given, everybody says from their side how much room is taken and how much is given: too little and too much
//! of either is worth a conversation.

mod api;
mod asking;
mod error;
mod handlers;
mod lifecycle;
mod reading;
mod store;
mod telling;
mod voicing;
mod waiting;
mod weighing;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::waiting::{WaitingFor, WaitingRoom, rooms_waiting_for};

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::rooms_to_move)
        .service(handlers::ask_for_room)
        .service(handlers::withdraw_room)
        .service(handlers::take_room)
        .service(handlers::give_room_back)
        .service(handlers::voice_room)
        .service(handlers::read_room)
        .service(handlers::take_reading_back);
}
