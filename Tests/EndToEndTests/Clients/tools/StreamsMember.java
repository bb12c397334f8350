import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData.Subtopology;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData.TaskIds;
import org.apache.kafka.common.message.StreamsGroupHeartbeatRequestData.Topology;
import org.apache.kafka.common.message.StreamsGroupHeartbeatResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.ResponseHeader;
import org.apache.kafka.common.requests.StreamsGroupHeartbeatRequest;

/**
 * A member of a group of Kafka Streams (KIP-1071) that reads one topic, until the input ends: ADDRESS TOPIC GROUP. Speaks by
 * Kafka's own messages, without the library of Kafka Streams above them. Says `ready` once it was given tasks.
 */
public class StreamsMember {
    private static final short VERSION = 0;

    private final DataOutputStream out;
    private final DataInputStream in;
    private int number;

    private StreamsMember(Socket socket) throws Exception {
        out = new DataOutputStream(socket.getOutputStream());
        in = new DataInputStream(socket.getInputStream());
    }

    private StreamsGroupHeartbeatResponseData ask(StreamsGroupHeartbeatRequestData data) throws Exception {
        RequestHeader header = new RequestHeader(ApiKeys.STREAMS_GROUP_HEARTBEAT, VERSION, "streams-app", number++);
        ByteBuffer frame = new StreamsGroupHeartbeatRequest.Builder(data).build(VERSION).serializeWithHeader(header);
        out.writeInt(frame.remaining());
        out.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        ByteBuffer answer = ByteBuffer.wrap(bytes);
        ResponseHeader.parse(answer, ApiKeys.STREAMS_GROUP_HEARTBEAT.responseHeaderVersion(VERSION));
        return new StreamsGroupHeartbeatResponseData(new ByteBufferAccessor(answer), VERSION);
    }

    public static void main(String[] words) throws Exception {
        AtomicBoolean isEnded = new AtomicBoolean();
        Thread input = new Thread(() -> {
            try {
                while (System.in.read() >= 0) continue;
            } catch (Exception broken) {
                // That is an end too.
            }
            isEnded.set(true);
        });
        input.setDaemon(true);
        input.start();
        String member = Uuid.randomUuid().toString();
        int epoch = 0;
        List<TaskIds> given = List.of();
        boolean isReady = false;
        try (Socket socket = new Socket("127.0.0.1", Integer.parseInt(words[0].split(":")[1]))) {
            StreamsMember talk = new StreamsMember(socket);
            while (true) {
                StreamsGroupHeartbeatRequestData data = new StreamsGroupHeartbeatRequestData()
                    .setGroupId(words[2]).setMemberId(member).setMemberEpoch(isEnded.get() ? -1 : epoch)
                    .setActiveTasks(given).setStandbyTasks(List.of()).setWarmupTasks(List.of());
                if (epoch == 0) {
                    Subtopology one = new Subtopology().setSubtopologyId("0").setSourceTopics(List.of(words[1]));
                    data.setTopology(new Topology().setEpoch(0).setSubtopologies(List.of(one))).setProcessId(member)
                        .setRebalanceTimeoutMs(30_000).setClientTags(List.of());
                }
                StreamsGroupHeartbeatResponseData told = talk.ask(data);
                if (data.memberEpoch() < 0) return;
                Errors error = Errors.forCode(told.errorCode());
                if (error == Errors.NONE) {
                    epoch = told.memberEpoch();
                    if (told.activeTasks() != null) {
                        given = told.activeTasks().stream()
                            .map(one -> new TaskIds().setSubtopologyId(one.subtopologyId()).setPartitions(one.partitions()))
                            .toList();
                    }
                    if (!isReady && !given.isEmpty()) {
                        isReady = true;
                        System.out.println("ready");
                    }
                } else if (error != Errors.COORDINATOR_LOAD_IN_PROGRESS && error != Errors.NOT_COORDINATOR) {
                    throw new IllegalStateException(told.toString());
                }
                Thread.sleep(isReady ? 500 : 50);
            }
        }
    }
}
