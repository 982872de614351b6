CREATE TABLE `digests` (
	`subscription_id` integer NOT NULL,
	`week` text NOT NULL,
	`state` text NOT NULL,
	`ref` text,
	`claimed_at` integer NOT NULL,
	`posted_at` integer,
	PRIMARY KEY(`subscription_id`, `week`),
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `installations` (
	`door` text NOT NULL,
	`external_id` text NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`door`, `external_id`)
);
--> statement-breakpoint
CREATE TABLE `tallies` (
	`member_id` integer NOT NULL,
	`workspace_id` integer NOT NULL,
	`period` text NOT NULL,
	`points` real NOT NULL,
	`attempts` integer NOT NULL,
	`reached_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `period`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tallies_board` ON `tallies` (`workspace_id`,`period`,`points`);--> statement-breakpoint
CREATE TABLE `teams` (
	`member_id` integer NOT NULL,
	`week` text NOT NULL,
	`team` integer NOT NULL,
	PRIMARY KEY(`member_id`, `week`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `vacations` (
	`member_id` integer NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL,
	PRIMARY KEY(`member_id`, `from_date`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `members` ADD `reminder_at` text;--> statement-breakpoint
ALTER TABLE `members` ADD `next_reminder_at` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `snoozed_until` text;--> statement-breakpoint
CREATE INDEX `members_reminder` ON `members` (`next_reminder_at`);--> statement-breakpoint
ALTER TABLE `posts` ADD `due_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `failure` text;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `holidays` text;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `thread` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `grace_until` text DEFAULT '22:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `digest_weekday` integer DEFAULT 5;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `paused_until` text;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `low_warned_on` text;--> statement-breakpoint
ALTER TABLE `workspaces` ADD `team_count` integer;--> statement-breakpoint
INSERT INTO `tallies` (`member_id`, `workspace_id`, `period`, `points`, `attempts`, `reached_at`)
SELECT a.`member_id`, m.`workspace_id`, p.`period`, sum(a.`points`), count(*), max(CASE WHEN a.`points` > 0 THEN a.`at` ELSE 0 END)
FROM `answers` a
JOIN `members` m ON m.`id` = a.`member_id`
JOIN (
  SELECT `id`, 'all' AS `period` FROM `answers`
  UNION ALL SELECT `id`, 'm' || substr(`local_date`, 1, 7) FROM `answers`
  UNION ALL SELECT `id`, 'w' || date(`local_date`, '-6 days', 'weekday 1') FROM `answers`
) p ON p.`id` = a.`id`
GROUP BY a.`member_id`, p.`period`;--> statement-breakpoint
INSERT INTO `tallies` (`member_id`, `workspace_id`, `period`, `points`, `attempts`, `reached_at`)
SELECT f.`member_id`, f.`workspace_id`, p.`prefix` || CASE p.`prefix` WHEN 'sm' THEN substr(f.`local_date`, 1, 7) ELSE date(f.`local_date`, '-6 days', 'weekday 1') END AS `period`,
  sum(f.`score`), count(*), max(f.`at`)
FROM (
  SELECT a.`member_id`, m.`workspace_id`, a.`local_date`, a.`score`, a.`at`,
    row_number() OVER (PARTITION BY a.`member_id`, a.`question_id` ORDER BY a.`id`) AS `nth`
  FROM `answers` a JOIN `members` m ON m.`id` = a.`member_id`
) f
JOIN (SELECT 'sm' AS `prefix` UNION ALL SELECT 'sw') p
WHERE f.`nth` = 1
GROUP BY f.`member_id`, 3;
