namespace HuaweiDms.Emulator.Hosting;

/// <summary>The error responses of the Kafka service as documented in section 8.2.</summary>
internal static class ServiceErrors
{
    public static ApiErrorException InvalidProjectId() => new(400, "DMS.00400002", "The project ID format is invalid.");

    public static ApiErrorException EmptyBody() => new(400, "DMS.00400004", "The request body is empty.");

    public static ApiErrorException MalformedBody()
        => new(400, "DMS.00400005", "The message body is not in JSON format or contains invalid characters.");

    public static ApiErrorException UnsupportedEngine() => new(400, "DMS.00400007", "Unsupported type.");

    public static ApiErrorException UnsupportedVersion() => new(400, "DMS.00400008", "Unsupported version.");

    public static ApiErrorException InvalidProduct() => new(400, "DMS.00400009", "Invalid product_id.");

    public static ApiErrorException InvalidName() => new(400, "DMS.00400010",
        "Invalid instance name. The name must be 4 to 64 characters long. Only letters, digits, underscores (_), and hyphens (-) are allowed.");

    public static ApiErrorException InvalidDescription()
        => new(400, "DMS.00400011", "The instance description can contain a maximum of 1024 characters.");

    /// <summary>The documented message says two character types, although three are required.</summary>
    public static ApiErrorException WeakPassword() => new(400, "DMS.00400012",
        "The password does not meet the complexity requirements. An instance password must: Be a string consisting of 8 to 32 characters. "
        + "Contain at least two of the following character types: Lowercase letters Uppercase letters Digits Special characters");

    public static ApiErrorException EmptyVpc() => new(400, "DMS.00400013", "vpc_id in the request is empty.");

    public static ApiErrorException EmptySecurityGroup() => new(400, "DMS.00400014", "security_group_id in the request is empty.");

    public static ApiErrorException InvalidUserName() => new(400, "DMS.00400015",
        "Invalid username. A username must be 4 to 64 characters long and consist of only letters, digits, and hyphens (-).");

    public static ApiErrorException EmptySubnet() => new(400, "DMS.00400016", "subnet_id in the request is empty.");

    public static ApiErrorException TaskStillRunning() => new(400, "DMS.00400017", "This DMS instance job task is still running.");

    public static ApiErrorException InvalidTaskId() => new(400, "DMS.00400070", "Invalid task ID format.");

    public static ApiErrorException NoSuchTask(string id) => NotFound($"The task {id}");

    public static ApiErrorException NoSuchUser(string name) => NotFound($"The user {name}");

    /// <summary>The table has no code for this; "invalid request parameter" is the closest.</summary>
    public static ApiErrorException UserExists(string name) => new(400, "DMS.00400062", $"Invalid request parameter. The user {name} already exists.");

    /// <summary>See <see cref="UserExists"/>.</summary>
    public static ApiErrorException CannotDeleteUser(string name)
        => new(400, "DMS.00400062", $"Invalid request parameter. The user {name} belongs to the instance and cannot be deleted.");

    public static ApiErrorException NoSuchReport(string id) => NotFound($"The diagnosis report {id}");

    /// <summary>The table has no code for this; "invalid request parameter" is the closest.</summary>
    public static ApiErrorException NothingToDiagnose()
        => new(400, "DMS.00400062", "Invalid request parameter. No messages of the topic wait for the consumer group.");

    public static ApiErrorException ConsumerGroupOffline() => new(400, "DMS.50050004", "The consumer group is offline.");

    public static ApiErrorException LimitReached() => new(400, "DMS.00400039", "The quota limit has been reached.");

    public static ApiErrorException WrongState()
        => new(400, "DMS.00400026", "This operation is not allowed due to the instance status.");

    public static ApiErrorException InvalidInstanceId()
        => new(400, "DMS.00400030", "Invalid DMS instance id. The id must be a uuid.");

    public static ApiErrorException PeriodNotInteger()
        => new(400, "DMS.00400038", "The periodNum parameter in the request must be an integer.");

    public static ApiErrorException NoSuchZone() => new(400, "DMS.00400042", "The AZ does not exist.");

    public static ApiErrorException ZoneWithoutIpv6() => new(400, "DMS.00400049", "The availability zone does not support ipv6.");

    public static ApiErrorException SoldOut() => new(400, "DMS.00400055", "Resource sold out.");

    public static ApiErrorException InvalidPeriodType()
        => new(400, "DMS.00400047", "The periodType parameter in the request must be either 2 or 3.");

    public static ApiErrorException UpgradeOnlyWhenRunning()
        => new(400, "DMS.00400052", "only the instance at running status can upgrade.");

    public static ApiErrorException UpgradedAlready()
        => new(400, "DMS.00400053", "the upgrade instance version equals to current version.");

    public static ApiErrorException InvalidConfig(string name) => new(400, "DMS.00400063", $"Invalid configuration parameter {name}.");

    public static ApiErrorException SslOff() => new(400, "DMS.00400971", "The instance ssl is off.");

    public static ApiErrorException NameExists() => new(400, "DMS.00400060", "This instance name already exists.");

    public static ApiErrorException InvalidParameter() => new(400, "DMS.00400062", "Invalid request parameter.");

    public static ApiErrorException InvalidAction()
        => new(400, "DMS.00400064", "The action parameter in the request must be delete or restart.");

    public static ApiErrorException EmptyInstances() => new(400, "DMS.00400065", "The instances parameter in the request is empty.");

    public static ApiErrorException InvalidZones() => new(400, "DMS.00400067",
        "The available_zones parameter in the request must be an array that contains only one AZ ID.");

    public static ApiErrorException RepeatedInstance() => new(400, "DMS.00400082", "Instance id is repeated.");

    public static ApiErrorException InvalidField(string key) => new(400, "DMS.00400085",
        $"The message body contains invalid characters or is not in JSON format. The error key is {key}.");

    public static ApiErrorException CannotDelete(string instanceId) => new(400, "DMS.00400099",
        $"The following instances in the Creating, Starting, Stopping, or Restarting state cannot be deleted. [{instanceId}]");

    public static ApiErrorException TooManyInstances()
        => new(400, "DMS.00400100", "The instances array can contain a maximum of 50 instance IDs.");

    public static ApiErrorException InvalidMaintenanceWindow() => new(400, "DMS.00400106", "Invalid maintenance time window.");

    public static ApiErrorException TooManyExtensions()
        => new(400, "DMS.00400124", "The maximum number of disk expansion times has been reached.");

    public static ApiErrorException InvalidSpecCode() => new(400, "DMS.00400125", "Invalid SPEC_CODE.");

    public static ApiErrorException InvalidPeriod() => new(400, "DMS.00400126", "Invalid period time.");

    public static ApiErrorException InvalidPublicAccess() => new(400, "DMS.00400128", "Invalid public access parameters.");

    public static ApiErrorException EmptyDiskKey() => new(400, "DMS.00400136", "Disk encrypted key is null.");

    /// <summary>The message for v1.0. In v2, names have 3 to 200 characters and may contain dots (5.5.2).</summary>
    public static ApiErrorException InvalidTopicName() => new(400, "DMS.00400101",
        "The name of a Kafka topic must be 4 to 64 characters long and start with a letter. Only letters, digits, underscores (_), and hyphens (-) are allowed.");

    public static ApiErrorException InvalidPartitionCount()
        => new(400, "DMS.00400102", "The number of partitions created for a Kafka topic must be within the range of 1-200.");

    public static ApiErrorException InvalidReplicaCount()
        => new(400, "DMS.00400103", "The number of replicas created for a Kafka topic must be within the range of 1-20.");

    public static ApiErrorException InvalidRetention()
        => new(400, "DMS.00400105", "The message retention period of a Kafka topic must be within the range of 1-168.");

    public static ApiErrorException TooManyReplicas() => new(400, "DMS.00400861", "Replication factor larger than available brokers.");

    public static ApiErrorException NoPartitionsLeft()
        => new(400, "DMS.111400860", "Instance partition is not enough. Total partition is over the partition limitation.");

    /// <summary>Not in the table: the code is the emulator's own, so do not rely on it.</summary>
    public static ApiErrorException TopicExists(string name) => new(400, "DMS.00400862", $"Topic {name} already exists.");

    /// <summary>Not in the table; known from clients of the real service.</summary>
    public static ApiErrorException EmptyPolicies(string topic) => new(400, "DMS.00400062", "Topic policy is empty.") { FailedTopic = topic };

    /// <summary>Known from clients of the real service.</summary>
    public static ApiErrorException SamePartitionCount(int count) => new(400, "DMS.00400062", $"Topic already has {count} partitions.");

    public static ApiErrorException FlowControl()
        => new(404, "DMS.10240407", "The request is too frequent. Flow control is being performed. Please try again later.");

    public static ApiErrorException NoSuchTopic() => new(400, "DMS.00400876", "The topic does not exist.");

    public static ApiErrorException InvalidTimestamp() => new(400, "DMS.00400142", "Timestamp is invalid.");

    public static ApiErrorException InvalidStorageSpace() => new(400, "DMS.00400500", "Invalid disk space.");

    public static ApiErrorException MessageTooLarge(long size, long limit)
        => new(400, "DMS.10540011", $"The message size is {size}, larger than the size limit {limit}.");

    /// <summary>Not in the table, which has nothing similar: the code is the emulator's own, so do not rely on it.</summary>
    public static ApiErrorException NoLeader(string topic, int partition)
        => new(400, "DMS.10540900", $"Partition {partition} of topic {topic} has no leader.");

    /// <summary>Not in the table: the code is the emulator's own. The message is Kafka's NOT_ENOUGH_REPLICAS.</summary>
    public static ApiErrorException TooFewInSync(string topic, int partition)
        => new(400, "DMS.10540901", $"Partition {partition} of topic {topic} has fewer in-sync replicas than required.");

    public static ApiErrorException QueryTooLarge() => new(501, "DMS.111501026", "Query reach maximum byte");

    public static ApiErrorException InvalidSinkTaskQuota() => new(400, "DMS.00400133", "Sink task quota for connector invalid.");

    public static ApiErrorException SmartConnectTaskNotCreated() => new(400, "DMS.00400867", "Failed to create the Smart Connect task.");

    public static ApiErrorException SmartConnectTaskNotStopped() => new(400, "DMS.00400868", "Failed to stop the Smart Connect task.");

    public static ApiErrorException SmartConnectTaskNotStarted() => new(400, "DMS.00400869", "Failed to start the Smart Connect task.");

    public static ApiErrorException SmartConnectTaskNotVerified() => new(400, "DMS.00400870", "Failed to verify the Smart Connect task.");

    public static ApiErrorException SmartConnectTaskNotRestarted() => new(400, "DMS.00400872", "Failed to restart the Smart Connect task.");

    public static ApiErrorException SmartConnectTopicInUse()
        => new(400, "DMS.00400874", "The topic has been used in another Smart Connect task.");

    /// <summary>The reference gives the message in Chinese only.</summary>
    public static ApiErrorException InvalidSmartConnectConfig(string what)
        => new(400, "DMS.40001016", $"Kafka Connector configuration error: {what}");

    /// <summary>Not in the table, but observed at the service for an offset at or past the total.</summary>
    public static ApiErrorException OffsetPastEnd() => new(400, "DMS.40050010", "The offset is beyond the last record.");

    public static ApiErrorException InvalidGroupName() => new(400, "DMS.10240016", "The group ID format is invalid.");

    public static ApiErrorException GroupExists() => new(400, "DMS.10240018", "The consumer group already exists.");

    /// <summary>Not in the table, but observed at the service.</summary>
    public static ApiErrorException NoSuchGroup() => new(400, "DMS.111400864", "The consumer group does not exist.");

    /// <summary>The reference says that this is rejected, but not how: code and message are a guess.</summary>
    public static ApiErrorException GroupHasMembers()
        => new(400, "DMS.111400867", "The consumer group has online members. Stop its consumers and wait for the session timeout.");

    public static ApiErrorException Forbidden() => new(403, "DMS.00403007", "Authorization denied.");

    public static ApiErrorException NoSuchInstance() => new(404, "DMS.00404022", "This instance does not exist.");

    public static ApiErrorException NoSmartConnect() => new(404, "DMS.00404024", "Connector does not exist.");

    public static ApiErrorException NoSuchSmartConnectTask() => new(404, "DMS.00404026", "The dumping task does not exist.");

    public static ApiErrorException SmartConnectExists() => new(404, "DMS.00404027", "Connector already exists.");

    public static ApiErrorException SmartConnectTaskLimitReached() => new(404, "DMS.00404029", "The dumping task quota has been reached.");

    public static ApiErrorException SmartConnectTasksExist() => new(500, "DMS.00501012", "Smart Connect tasks exist.");

    /// <summary>
    /// A guess: the table has no code for these. The status is the one that 8.1 lists for a missing resource; the code is the
    /// emulator's own, so do not rely on it.
    /// </summary>
    private static ApiErrorException NotFound(string what) => new(404, "DMS.00404000", $"{what} does not exist.");
}
