CREATE TABLE `active_days` (
	`member_id` integer NOT NULL,
	`local_date` text NOT NULL,
	PRIMARY KEY(`member_id`, `local_date`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`interaction_id` text NOT NULL,
	`member_id` integer NOT NULL,
	`question_id` text NOT NULL,
	`level` integer NOT NULL,
	`kind` text NOT NULL,
	`post_id` integer,
	`text` text NOT NULL,
	`score` integer NOT NULL,
	`covered` text NOT NULL,
	`points` real NOT NULL,
	`version` text NOT NULL,
	`at` integer NOT NULL,
	`local_date` text NOT NULL,
	`shared` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_once` ON `answers` (`member_id`,`interaction_id`);--> statement-breakpoint
CREATE INDEX `answers_member_question` ON `answers` (`member_id`,`question_id`);--> statement-breakpoint
CREATE INDEX `answers_post` ON `answers` (`post_id`);--> statement-breakpoint
CREATE INDEX `answers_date` ON `answers` (`local_date`);--> statement-breakpoint
CREATE TABLE `channels` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` integer NOT NULL,
	`external_id` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_external` ON `channels` (`workspace_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` integer NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`time_zone` text,
	`locale` text,
	`longest_streak` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_external` ON `members` (`workspace_id`,`external_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`author` text,
	`private_to` text,
	`text` text,
	`card` text,
	`key` text,
	`at` integer NOT NULL,
	`edited` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_key` ON `messages` (`channel`,`key`);--> statement-breakpoint
CREATE INDEX `messages_channel` ON `messages` (`channel`,`id`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subscription_id` integer NOT NULL,
	`local_date` text NOT NULL,
	`question_id` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`ref` text,
	`shown_count` integer DEFAULT 0 NOT NULL,
	`claimed_at` integer NOT NULL,
	`posted_at` integer,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_once_a_date` ON `posts` (`subscription_id`,`local_date`);--> statement-breakpoint
CREATE INDEX `posts_state` ON `posts` (`state`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`member_id` integer NOT NULL,
	`question_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`card` text NOT NULL,
	PRIMARY KEY(`member_id`, `question_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_due` ON `reviews` (`member_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel_id` integer NOT NULL,
	`time_of_day` text NOT NULL,
	`time_zone` text NOT NULL,
	`weekdays` text NOT NULL,
	`topics` text NOT NULL,
	`levels` text NOT NULL,
	`locale` text NOT NULL,
	`skip_dates` text NOT NULL,
	`paused` integer DEFAULT false NOT NULL,
	`next_due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`channel_id`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_channel` ON `subscriptions` (`channel_id`);--> statement-breakpoint
CREATE INDEX `subscriptions_due` ON `subscriptions` (`next_due_at`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`door` text NOT NULL,
	`external_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_external` ON `workspaces` (`door`,`external_id`);