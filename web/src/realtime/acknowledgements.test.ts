import { expect, test } from 'vitest';
import { Acknowledgements } from './acknowledgements';

function connected(): Acknowledgements {
  const counts = new Acknowledgements();
  counts.connectionOpened();
  counts.frameSent('step2');
  counts.acknowledge(1);
  return counts;
}

test('an edit waits until the server has counted its frame', () => {
  const counts = connected();
  counts.frameSent('update');
  counts.frameSent('update');
  expect(counts.waiting).toBe(2);
  counts.acknowledge(2);
  expect(counts.waiting).toBe(1);
  expect(counts.settled).toBe(false);
  counts.acknowledge(3);
  expect(counts.waiting).toBe(0);
  expect(counts.settled).toBe(true);
});

test('awareness and step 1 are not counted', () => {
  const counts = connected();
  counts.frameSent('other');
  expect(counts.settled).toBe(true);
});

test('an unanswered step 2 is no edit, but it is not settled either', () => {
  const counts = new Acknowledgements();
  counts.connectionOpened();
  counts.frameSent('step2');
  expect(counts.waiting).toBe(0);
  expect(counts.settled).toBe(false);
});

test('edits made while disconnected wait for the next step 2 to be acknowledged, not for later frames to be sent', () => {
  const counts = connected();
  counts.connectionLost();
  counts.editedWhileDisconnected();
  counts.editedWhileDisconnected();
  counts.connectionOpened();
  expect(counts.waiting).toBe(2);
  counts.frameSent('step2');
  expect(counts.waiting).toBe(2);
  counts.acknowledge(1);
  expect(counts.waiting).toBe(0);
});

test('an update whose acknowledgement was lost with its connection is carried over', () => {
  const counts = connected();
  counts.frameSent('update');
  counts.connectionLost();
  expect(counts.waiting).toBe(1);
  counts.connectionOpened();
  counts.frameSent('step2');
  counts.acknowledge(1);
  expect(counts.settled).toBe(true);
});

test('an update sent before the first step 2 does not settle what that step 2 carries', () => {
  const counts = connected();
  counts.connectionLost();
  counts.editedWhileDisconnected();
  counts.connectionOpened();
  counts.frameSent('update');
  counts.acknowledge(1);
  expect(counts.waiting).toBe(1);
  counts.frameSent('step2');
  counts.acknowledge(2);
  expect(counts.waiting).toBe(0);
});

test('a late answer of the connection that is closing settles nothing that was edited after it', () => {
  const counts = connected();
  counts.frameSent('update');
  counts.editedWhileDisconnected();
  counts.acknowledge(2);
  expect(counts.waiting).toBe(1);
});

test('a number larger than what was sent is not believed', () => {
  const counts = connected();
  counts.acknowledge(9);
  counts.frameSent('update');
  expect(counts.waiting).toBe(1);
});

test('what an earlier page left waiting is told apart from what this one writes, until its step 2 is durable', () => {
  const counts = new Acknowledgements();
  counts.foundWaiting(3);
  counts.editedWhileDisconnected();
  expect([counts.waiting, counts.ownWaiting]).toEqual([4, 1]);
  counts.connectionOpened();
  counts.frameSent('step2');
  counts.frameSent('update');
  expect([counts.waiting, counts.ownWaiting]).toEqual([5, 2]);
  counts.connectionLost();
  expect([counts.waiting, counts.ownWaiting]).toEqual([5, 2]);
  counts.connectionOpened();
  counts.frameSent('step2');
  counts.frameSent('update');
  counts.acknowledge(1);
  expect([counts.waiting, counts.ownWaiting]).toEqual([1, 1]);
  counts.acknowledge(2);
  expect(counts.settled).toBe(true);
});
