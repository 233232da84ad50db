//! Several at once.

use futures_util::future::{join, join_all};
use samenspel::entity::{audit_entry, comment};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use tests::World;

use super::{address, address_of_comment, answer, begun, settle};

const TIMES: usize = 10;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_resolve_a_thread_at_once_one_did() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    for round in 1..=TIMES {
        let thread = begun(&world, &lead, "Klaar?").await;
        let all = [&lead, &member].repeat(3).into_iter().map(|person| settle(person, &thread, "resolve"));
        let seen: Vec<_> = join_all(all).await.into_iter().map(|reply| reply.expect(200)).collect();
        assert!(seen.iter().all(|thread| *thread == seen[0]), "{seen:?}");
        let resolved = audit_entry::Entity::find().filter(audit_entry::Column::Action.eq("thread.resolved"));
        let resolved = resolved.count(world.server.app().database.reader()).await.unwrap();
        assert_eq!(resolved, round as u64);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_answers_what_is_just_being_deleted_has_answered_in_time_or_is_told_that_it_is_gone() {
    let world = World::start().await;
    let (lead, member) = (world.person("lead").await, world.person("member").await);
    for _ in 0..TIMES {
        let thread = begun(&world, &lead, "Of toch niet").await;
        let comment = address_of_comment(&thread, 0);
        let (deleted, answered) = join(lead.delete(&comment), answer(&member, &thread, "Wacht!")).await;
        deleted.expect(204);
        let now = lead.get(&address(&thread)).await;
        if answered.status == 201 {
            let now = now.expect(200);
            assert_eq!(
                super::said(&now).into_iter().map(|(_, text)| text).collect::<Vec<_>>(),
                [None, Some("Wacht!".to_owned())]
            );
        } else {
            answered.expect_problem(404, "not_found");
            now.expect_problem(404, "not_found");
        }
    }
    let bare = comment::Entity::find().filter(comment::Column::Text.eq("Of toch niet"));
    assert_eq!(bare.count(world.server.app().database.reader()).await.unwrap(), 0);
}
