//! A large partnership looks back.

use std::time::Instant;

use futures_util::stream::{self, StreamExt as _};
use samenspel::access::Role;
use samenspel::entity::{account, membership, name_key, organisation, partner};
use samenspel::ids;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _, Set,
};
use serde_json::json;
use tests::{Person, World};
use uuid::Uuid;

use super::{all_alike, anonymous, answer, close, opened};

/// How many partners, people and answers there are.
const PARTNERS: usize = 60;
const PEOPLE: usize = 2_000;
const ANSWERS: usize = 500;

/// Partners and people, as if they had joined long ago.
async fn fill(world: &World) {
    let app = world.server.app();
    let transaction = app.database.begin().await.unwrap();
    let known = account::Entity::find().filter(account::Column::EmailKey.eq("lead@demo.example"));
    let known = known.one(&transaction).await.unwrap().unwrap();
    let (partnership, now): (Uuid, _) = (world.own.partnership.parse().unwrap(), app.clock.now());
    let (mut organisations, mut partners, mut accounts, mut memberships) = (vec![], vec![], vec![], vec![]);
    for number in 0..PARTNERS {
        let (organisation, partner) = (ids::ordered(), ids::ordered());
        let name = format!("Organisatie {number}");
        organisations.push(organisation::ActiveModel {
            id: Set(organisation),
            name_key: Set(name_key(&name)),
            name: Set(name),
            created_at: Set(now),
            status: Set(organisation::Status::Active),
        });
        partners.push(partner::ActiveModel {
            id: Set(partner),
            partnership_id: Set(partnership),
            organisation_id: Set(organisation),
            mark: Set(i16::try_from(number + 4).unwrap()),
            status: Set(partner::Status::Active),
            created_at: Set(now),
            invited_by: Set(None),
            invited_name: Set(None),
            joined_at: Set(Some(now)),
        });
    }
    for number in 0..PEOPLE {
        let place = number % PARTNERS;
        let email = format!("iemand{number}@demo.example");
        let name = format!("Iemand {number}");
        let mut person = known.clone().into_active_model().reset_all();
        person.id = Set(ids::ordered());
        person.organisation_id = Set(Some(organisations[place].id.clone().unwrap()));
        person.email = Set(email.clone());
        person.email_key = Set(email);
        person.name_key = Set(name_key(&name));
        person.name = Set(name);
        memberships.push(membership::ActiveModel {
            id: Set(ids::ordered()),
            partnership_id: Set(partnership),
            account_id: person.id.clone(),
            partner_id: Set(Some(partners[place].id.clone().unwrap())),
            role: Set(Role::Member),
            mandated: Set(false),
            created_at: Set(now),
            left_at: Set(None),
        });
        accounts.push(person);
    }
    organisation::Entity::insert_many(organisations).exec_without_returning(&transaction).await.unwrap();
    partner::Entity::insert_many(partners).exec_without_returning(&transaction).await.unwrap();
    for some in accounts.chunks(500) {
        account::Entity::insert_many(some.to_vec()).exec_without_returning(&transaction).await.unwrap();
    }
    for some in memberships.chunks(500) {
        membership::Entity::insert_many(some.to_vec()).exec_without_returning(&transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn two_thousand_are_asked_five_hundred_answer_and_it_is_reported_at_once() {
    let world = World::start().await;
    fill(&world).await;
    let lead = world.person("lead").await;
    let began = Instant::now();
    let round = opened(&world, &lead, "scan", anonymous()).await;
    println!("opened for {PEOPLE} people in {:.1} s", began.elapsed().as_secs_f64());
    let people: Vec<Person> = stream::iter(0..ANSWERS)
        .map(|number| {
            let world = &world;
            async move { world.person(&format!("iemand{number}")).await }
        })
        .buffer_unordered(8)
        .collect()
        .await;
    let (began, response) = (Instant::now(), all_alike(&lead, &round, Some(4)).await);
    stream::iter(&people)
        .for_each_concurrent(16, |person| {
            let (world, round, mut response) = (&world, &round, response.clone());
            response["answers"]["strong_team.a"] = json!(person.id().len() % 5 + 1);
            response["words"] = json!("Toen wij samen aan tafel zaten");
            async move { answer(world, person, round, &response).await }
        })
        .await;
    let answering = began.elapsed();
    println!("{ANSWERS} answered in {:.1} s", answering.as_secs_f64());
    let began = Instant::now();
    close(&lead, &round).await;
    let closing = began.elapsed();
    println!("closed and reported in {:.1} s", closing.as_secs_f64());
    let report = lead.get(&format!("{round}/report")).await.expect(200);
    assert_eq!(
        (&report["response"]["invited"], &report["response"]["sent"]),
        (&json!(PEOPLE + 3), &json!(ANSWERS))
    );
    // Of the three partners of the demo nobody answered; one of the others is shown together with them.
    assert_eq!(report["items"][0]["figures"]["cells"].as_array().unwrap().len(), PARTNERS);
    // On a machine that has much else to do; alone it is a fraction of this.
    assert!(answering.as_secs() < 60, "{answering:?}");
    assert!(closing.as_secs() < 5, "{closing:?}");
}
