//! Many at once.

use futures_util::future::join_all;
use samenspel::access::Role;
use samenspel::entity::membership;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::{Person, Reply, World};
use uuid::Uuid;

use super::{answer, describe_role, propose, proposed, seen, set_seats};

const CROWD: usize = 50;
const TIMES: usize = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_who_accept_one_seat_one_has_it_and_forty_nine_are_told_so() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let crowd = crowd(&world).await;
    for round in 0..TIMES {
        let role = describe_role(&world, &lead, 1).await;
        let asked = ask_all(&world, &lead, &role, &crowd).await;
        let answers = crowd.iter().zip(&asked).map(|(person, asked)| answer(&world, person, asked, "accept"));
        let answers = join_all(answers).await;
        assert_eq!(outcomes(&answers), (1, CROWD - 1), "round {round}");
        let accepted = seen(&world, &lead, &role).await.into_iter().filter(|seat| seat.1 == "accepted").count();
        assert_eq!(accepted, 1, "round {round}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_accepts_while_the_board_is_written_on_gets_a_seat_or_is_told_that_there_is_none() {
    let world = World::start().await;
    let lead = world.person("lead").await;
    let crowd = crowd(&world).await;
    let role = describe_role(&world, &lead, 3).await;
    let asked = ask_all(&world, &lead, &role, &crowd).await;
    let answers = crowd.iter().zip(&asked).map(|(person, asked)| answer(&world, person, asked, "accept"));
    let writing = async {
        for seats in [2, 3].into_iter().cycle().take(40) {
            set_seats(&world, &lead, &role, seats).await;
        }
    };
    let (answers, ()) = tokio::join!(join_all(answers), writing);
    let (taken, refused) = outcomes(&answers);
    assert!((2..=3).contains(&taken) && taken + refused == CROWD, "{taken} and {refused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_leads_who_ask_the_same_person_ask_once() {
    let world = World::start().await;
    world.add_plain_member().await;
    let [lead, second, member] =
        [world.person("lead").await, world.person("plain").await, world.person("member").await];
    make_lead(&world, &second).await;
    for round in 0..TIMES {
        let role = describe_role(&world, &lead, 2).await;
        let asking = [&lead, &second].repeat(3);
        let answers = join_all(asking.into_iter().map(|asking| propose(&world, asking, &role, &member))).await;
        let made = answers.iter().filter(|answer| answer.status == 201).count();
        let told = answers.iter().filter(|answer| answer.status == 409 && answer.problem().1 == "already_proposed");
        assert_eq!((made, told.count()), (1, 5), "round {round}");
    }
}

/// People who all act for one partner, each signed in.
async fn crowd(world: &World) -> Vec<Person> {
    let mut crowd = Vec::with_capacity(CROWD);
    for number in 0..CROWD {
        let address = format!("person{number}");
        world.add_member(&address, &format!("Persoon {number}")).await;
        crowd.push(world.person(&address).await);
    }
    crowd
}

/// Proposes each of them; gives the assignments in the same order.
async fn ask_all(world: &World, lead: &Person, role: &str, crowd: &[Person]) -> Vec<String> {
    let mut asked = Vec::with_capacity(crowd.len());
    for person in crowd {
        asked.push(proposed(world, lead, role, person).await);
    }
    asked
}

/// How many got a seat, and how many were told that none is left.
fn outcomes(answers: &[Reply]) -> (usize, usize) {
    let taken = answers.iter().filter(|answer| answer.status == 200).count();
    let refused = answers.iter().filter(|answer| answer.status == 409 && answer.problem().1 == "no_seat_left");
    (taken, refused.count())
}

async fn make_lead(world: &World, person: &Person) {
    let transaction = world.server.app().database.begin().await.unwrap();
    membership::Entity::update_many()
        .col_expr(membership::Column::Role, Expr::value(sea_orm::Value::from(Role::Lead)))
        .filter(membership::Column::AccountId.eq(Uuid::parse_str(person.id()).unwrap()))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
}
