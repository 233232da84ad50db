//! What one person hears, page by page.

use std::collections::VecDeque;

use actix_web::web::Data;
use sea_orm::DbErr;
use serde_json::{Value, json};

use super::api::{Event, EventActor};
use super::cursor::{self, Hearer, Positions};
use super::store;
use crate::app::App;
use crate::entity::{event, event_stream};
use crate::partnerships::{Membership, membership};
use crate::realtime::{Bell, Close, Source};

/// How many events of a stream are fetched at once.
const PAGE: u64 = 100;

/// The cursor is none of ours.
pub(super) const UNKNOWN_CURSOR: &str = "this cursor is not known, begin without one";
/// What came after the cursor is forgotten.
const EXPIRED_CURSOR: &str = "what came after this cursor is forgotten, begin without one";

/// The events that one person hears.
#[derive(Debug)]
pub(super) struct Feed {
    app: Data<App>,
    whose: Hearer,
    bell: Bell,
    positions: Positions,
    /// What is said before anything is looked up.
    greeting: Option<Value>,
}

/// Why nothing is heard any more.
enum Ending {
    Close(Close),
    Failed(DbErr),
}

impl Feed {
    /// Goes on after `after`, or from now. `bell` must have been listened to before `me` was looked up.
    pub(super) async fn begin(
        app: Data<App>,
        me: &Membership,
        bell: Bell,
        after: Option<Positions>,
    ) -> Result<Self, DbErr> {
        let whose = Hearer { account: me.account_id, partnership: me.partnership_id };
        let positions = match after {
            Some(positions) => positions,
            None => ends(me, &store::streams(app.database.reader(), me).await?),
        };
        Ok(Self { app, whose, bell, positions, greeting: Some(json!({})) })
    }

    /// What is new, and at most a page of each stream. Who somebody is may have changed since they came, and may change
    /// while it is read: so that is looked up before and again after, or one who leaves could hear what was announced
    /// together with that.
    async fn fetch(&mut self) -> Result<Vec<String>, Ending> {
        let before = self.positions;
        let mut me = self.me().await?;
        loop {
            let messages = self.fetch_as(&me).await?;
            if messages.is_empty() {
                return Ok(messages);
            }
            let now = self.me().await?;
            if now == me {
                return Ok(messages);
            }
            (me, self.positions) = (now, before);
        }
    }

    async fn me(&self) -> Result<Membership, Ending> {
        let found = membership(self.app.database.reader(), self.whose.account, self.whose.partnership).await?;
        found.ok_or(Ending::Close(Close::FORBIDDEN))
    }

    async fn fetch_as(&mut self, me: &Membership) -> Result<Vec<String>, Ending> {
        let app = self.app.clone();
        let db = app.database.reader();
        let streams = store::streams(db, me).await?;
        self.follow_partner(me, &streams);
        let mut messages = Vec::new();
        for stream in &streams {
            let heard = *self.position(stream);
            if heard == stream.last_number {
                continue;
            }
            let events: VecDeque<event::Model> = store::after(db, stream, heard, PAGE).await?.into();
            if events.front().map(|first| first.number) != Some(heard + 1) {
                return Err(Ending::Close(gone(EXPIRED_CURSOR)));
            }
            for event in events {
                *self.position(stream) = event.number;
                let data = serde_json::from_str(&event.data).unwrap_or_default();
                let actor = event.actor_id.map(|account_id| EventActor { account_id });
                messages.push(self.message(&event.kind, event.at, actor, data));
            }
        }
        Ok(messages)
    }

    /// Who acts for another partner than before hears that one's events from now on, and no more of the other's.
    fn follow_partner(&mut self, me: &Membership, streams: &[event_stream::Model]) {
        let partner = me.partner.as_ref().map(|partner| partner.id);
        if self.positions.partner.map(|(partner, _)| partner) != partner {
            self.positions.partner = ends(me, streams).partner;
        }
    }

    fn position(&mut self, stream: &event_stream::Model) -> &mut i64 {
        match (stream.audience, &mut self.positions.partner) {
            (event_stream::Audience::Account, _) => &mut self.positions.account,
            (event_stream::Audience::Partner, Some((_, number))) => number,
            _ => &mut self.positions.partnership,
        }
    }

    fn message(
        &self,
        kind: &str,
        at: chrono::DateTime<chrono::Utc>,
        actor: Option<EventActor>,
        data: Value,
    ) -> String {
        let cursor = cursor::seal(&self.app.signing_key, self.whose, self.positions).unwrap_or_default();
        let event = Event { cursor, kind: kind.to_owned(), at, actor, data };
        serde_json::to_string(&event).unwrap_or_default()
    }
}

impl Source for Feed {
    async fn next(&mut self) -> Result<Vec<String>, Close> {
        if let Some(data) = self.greeting.take() {
            return Ok(vec![self.message("stream.opened", self.app.clock.now(), None, data)]);
        }
        loop {
            self.bell.hush();
            match self.fetch().await {
                Ok(messages) if messages.is_empty() => self.bell.rung().await,
                Ok(messages) => return Ok(messages),
                Err(Ending::Close(close)) => return Err(close),
                Err(Ending::Failed(error)) => {
                    tracing::warn!(error = &error as &dyn std::error::Error, "events cannot be read");
                    return Err(Close::BUSY);
                }
            }
        }
    }

    fn idle(&self) -> String {
        self.message("stream.idle", self.app.clock.now(), None, json!({}))
    }
}

/// The ends of somebody's streams.
pub(super) fn ends(me: &Membership, streams: &[event_stream::Model]) -> Positions {
    let end =
        |audience| streams.iter().find(|stream| stream.audience == audience).map_or(0, |stream| stream.last_number);
    Positions {
        partnership: end(event_stream::Audience::Partnership),
        account: end(event_stream::Audience::Account),
        partner: me.partner.as_ref().map(|partner| (partner.id, end(event_stream::Audience::Partner))),
    }
}

/// Closes without an invitation to come back the same way.
pub(super) fn gone(reason: &'static str) -> Close {
    Close { code: 4410, reason: reason.into() }
}

impl From<DbErr> for Ending {
    fn from(error: DbErr) -> Self {
        Self::Failed(error)
    }
}
