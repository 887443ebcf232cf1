using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Rapporteur.Web.Watching;

/// <summary>Counts what the server does, from the instruments of ASP.NET Core, and tells it in the text form of Prometheus.</summary>
/// <remarks>
/// The form: https://prometheus.io/docs/instrumenting/exposition_formats/ (version 0.0.4). No exporter for it is to be had among our packages.
/// Labels are route, method and status only: never an address, whose parts are what somebody searches for.
/// </remarks>
internal sealed class Metrics : IDisposable
{
    private const string Duration = "http.server.request.duration", Active = "http.server.active_requests", Connections = "kestrel.active_connections";

    // In seconds, as OpenTelemetry's conventions for HTTP advise.
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly MeterListener _listener = new();
    private readonly Lock _turn = new();
    private readonly SortedDictionary<string, Histogram> _requests = new(StringComparer.Ordinal);
    private readonly IMeterFactory _factory;
    private long _active, _connections;

    /// <summary>Begins to count.</summary>
    /// <param name="factory">Whose instruments count: those of this server, where several run in one process.</param>
    public Metrics(IMeterFactory factory)
    {
        _factory = factory;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == _factory && instrument.Name is Duration or Active or Connections) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Observe(value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Interlocked.Add(ref instrument.Name == Active ? ref _active : ref _connections, value));
        _listener.Start();
    }

    /// <summary>Everything counted until now, and the gauges given.</summary>
    /// <param name="gauges">Name, what it is, and how much.</param>
    public string Told(IEnumerable<(string Name, string Help, long Value)> gauges)
    {
        StringBuilder lines = new();
        foreach ((string name, string help, long value) in gauges.Append(("http_server_active_requests", "Requests being answered.", Interlocked.Read(ref _active))).Append(("kestrel_active_connections", "Connections open.", Interlocked.Read(ref _connections))))
            lines.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
        const string Requests = "http_server_request_duration_seconds";
        lines.Append(CultureInfo.InvariantCulture, $"# HELP {Requests} Time from a request to the end of its answer.\n# TYPE {Requests} histogram\n");
        lock (_turn)
        {
            foreach ((string labels, Histogram histogram) in _requests) histogram.Write(lines, Requests, labels);
        }

        return lines.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Observe(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string method = "", route = "none", status = "";
        foreach ((string name, object? value) in tags)
        {
            string words = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            if (name == "http.request.method") method = words;
            else if (name == "http.route") route = words.Length == 0 ? "/" : words;
            else if (name == "http.response.status_code") status = words;
        }

        string labels = $"method=\"{Escaped(method)}\",route=\"{Escaped(route)}\",status=\"{Escaped(status)}\"";
        lock (_turn)
        {
            if (!_requests.TryGetValue(labels, out Histogram? histogram)) _requests[labels] = histogram = new Histogram();
            histogram.Add(seconds);
        }
    }

    private static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private sealed class Histogram
    {
        private readonly long[] _counts = new long[Bounds.Length + 1];
        private double _sum;

        public void Add(double seconds)
        {
            int bucket = Array.FindIndex(Bounds, bound => seconds <= bound);
            _counts[bucket < 0 ? Bounds.Length : bucket]++;
            _sum += seconds;
        }

        // Each bucket counts those below it, too.
        public void Write(StringBuilder lines, string name, string labels)
        {
            long total = 0;
            foreach ((int i, double bound) in Bounds.Index()) lines.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels},le=\"{bound}\"}} {total += _counts[i]}\n");
            total += _counts[^1];
            lines.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels},le=\"+Inf\"}} {total}\n{name}_sum{{{labels}}} {_sum}\n{name}_count{{{labels}}} {total}\n");
        }
    }
}
